using OneStop.Domain.Clients.Forms;

namespace OneStop.Portal.ForClients;

/// <summary>The cookie by which a one-time link knows the telephone on which it was first used. It is sent to the page's own path only.</summary>
internal static class DeviceCookie
{
    private const string Name = "form";

    /// <summary>Returns the token of the device; null if it has none.</summary>
    public static string? Of(HttpContext http) => http.Request.Cookies[Name];

    /// <summary>
    /// Gives a new token to a device that has none, when it opens the page: if it came only with the answer to the first post, and that answer got lost
    /// on the way, the link would belong to a token that no device has.
    /// </summary>
    public static string Give(HttpContext http, TimeSpan goodFor)
    {
        var token = DeviceSeal.NewToken();
        Set(http, token, goodFor);
        return token;
    }

    /// <summary>Keeps a token on the device.</summary>
    public static void Set(HttpContext http, string token, TimeSpan goodFor) => http.Response.Cookies.Append(Name, token,
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = http.Request.Path, MaxAge = goodFor });
}
