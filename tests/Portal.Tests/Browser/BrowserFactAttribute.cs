namespace CrossRegion.Portal.Tests.Browser;

/// <summary>A test in a real browser. Without one it is skipped and says so; with <c>CI=true</c> it runs and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.WhySkipped;
}
