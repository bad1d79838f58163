namespace OneStop.Portal.SignIn;

/// <summary>How the portal's own cookies are kept: out of scripts' reach, over https only in Production, and for this host alone.</summary>
internal static class StaffCookies
{
    /// <summary>
    /// With <c>__Host-</c> a browser takes a cookie only over https, for this very host and all of its paths: no
    /// neighbour in the domain can put one in its place. Without https it would take none.
    /// </summary>
    public static string NameOf(string name, IHostEnvironment environment) => environment.IsDevelopment() ? name : $"__Host-{name}";

    extension(CookieBuilder cookie)
    {
        /// <summary>In Production cookies go over https only, also where a proxy in front of the portal ends TLS.</summary>
        public void KeepAs(string name, IHostEnvironment environment)
        {
            (cookie.Name, cookie.Path, cookie.Domain, cookie.HttpOnly) = (NameOf(name, environment), "/", null, true);
            cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        }
    }
}
