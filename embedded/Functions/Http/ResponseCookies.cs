using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Http;

namespace CrossRegion.Embedded.Functions.Http;

/// <summary>Cookies that a response sets.</summary>
internal sealed class ResponseCookies(IResponseCookies cookies) : HttpCookies
{
    public override void Append(string name, string value) => cookies.Append(name, value);

    public override void Append(IHttpCookie cookie) => cookies.Append(cookie.Name, cookie.Value, new CookieOptions
    {
        Domain = cookie.Domain,
        Expires = cookie.Expires,
        HttpOnly = cookie.HttpOnly ?? false,
        MaxAge = cookie.MaxAge is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        Path = cookie.Path ?? "/",
        SameSite = cookie.SameSite switch
        {
            SameSite.Lax => SameSiteMode.Lax,
            SameSite.Strict => SameSiteMode.Strict,
            SameSite.ExplicitNone => SameSiteMode.None,
            _ => SameSiteMode.Unspecified,
        },
        Secure = cookie.Secure ?? false,
    });

    public override IHttpCookie CreateNew() => new HttpCookie(string.Empty, string.Empty);
}
