using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace CrossRegion.Portal.Layout;

/// <summary>The one style sheet, inside the page, so that a page needs no second request; nothing else may be loaded.</summary>
internal static class Stylesheet
{
    private static readonly string Text = Read();

    /// <summary>The element <c>style</c>.</summary>
    public static MarkupString Element { get; } = new($"<style>{Text}</style>");

    /// <summary>Allows this style sheet by its digest, forms to the same site, and nothing more.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; img-src data:; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'; form-action 'self'; base-uri 'none'";

    private static string Read()
    {
        using var resource = typeof(Stylesheet).Assembly.GetManifestResourceStream("portal.css")
            ?? throw new InvalidOperationException("portal.css is not embedded in the assembly");
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
