namespace CrossRegion.Portal.Tests.Browser;

/// <summary>As <see cref="BrowserTheoryAttribute"/>, for tests that need axe-core from npm besides.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AxeTheoryAttribute : TheoryAttribute
{
    public AxeTheoryAttribute() => Skip = Chromium.WhySkipped ?? WhyNoAxe;

    private static string? WhyNoAxe =>
        File.Exists(BrowserScripts.AxePath) || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : $"no {BrowserScripts.AxePath}: run npm ci --prefix tests/node";
}
