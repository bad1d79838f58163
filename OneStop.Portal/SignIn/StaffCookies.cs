namespace OneStop.Portal.SignIn;

/// <summary>Settings of the portal's own cookies: not readable by scripts, https only in Production, and for this host alone.</summary>
internal static class StaffCookies
{
    /// <summary>
    /// Browsers accept a cookie named <c>__Host-</c> only over https, for exactly this host and all its paths: no other host
    /// in the domain can set it. Without https browsers would refuse it, so Development has no prefix.
    /// </summary>
    public static string NameOf(string name, IHostEnvironment environment) => environment.IsDevelopment() ? name : $"__Host-{name}";

    extension(CookieBuilder cookie)
    {
        /// <summary>In Production cookies are sent over https only, also if a proxy in front of the portal ends TLS.</summary>
        public void KeepAs(string name, IHostEnvironment environment)
        {
            (cookie.Name, cookie.Path, cookie.Domain, cookie.HttpOnly) = (NameOf(name, environment), "/", null, true);
            cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        }
    }
}
