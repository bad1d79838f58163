using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>How staff sign in: ASP.NET Core Identity with a throttle of our own, and duties that come from the database and never from the cookie.</summary>
internal static class StaffSignIn
{
    /// <summary>One sitting, from sign-in to sign-out.</summary>
    public const string SittingClaim = "onestop:sitting";

    /// <summary>However busy somebody is, after so long the name and the password are asked for again.</summary>
    public static readonly TimeSpan LongestSitting = TimeSpan.FromHours(12);

    extension(IServiceCollection services)
    {
        public IServiceCollection AddStaffSignIn(IHostEnvironment environment)
        {
            services.AddAntiforgery(antiforgery => antiforgery.Cookie.KeepAs("OneStop.Form", environment));
            services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
            services.ConfigureApplicationCookie(cookie =>
            {
                cookie.LoginPath = "/sign-in";
                cookie.AccessDeniedPath = "/sign-in";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.Cookie.KeepAs("OneStop.Staff", environment);
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.ExpireTimeSpan = LongestSitting;
                cookie.SlidingExpiration = false;
                cookie.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask; // the page leads on, to what a header may hold; the raw address fails
            });
            services.AddSingleton<ILookupNormalizer, StaffNames>(); // before Identity adds its own
            services.AddIdentityCore<StaffMember>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                (identity.Password.RequiredLength, identity.Password.RequiredUniqueChars) = (1, 1); // the rules are ours (PasswordRules)
                identity.Password.RequireNonAlphanumeric = identity.Password.RequireUppercase
                    = identity.Password.RequireDigit = identity.Password.RequireLowercase = false;
            }).AddEntityFrameworkStores<OneStopDb>().AddSignInManager().AddPasswordValidator<OfficePasswords>();
            services.Configure<SecurityStampValidatorOptions>(stamps =>
            {
                stamps.ValidationInterval = TimeSpan.FromMinutes(1);
                stamps.OnRefreshingPrincipal = context =>
                {
                    if (context.CurrentPrincipal?.FindFirst(SittingClaim) is { } sitting)
                        ((ClaimsIdentity)context.NewPrincipal!.Identity!).AddClaim(new(sitting.Type, sitting.Value));
                    return Task.CompletedTask;
                };
            });
            services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            services.AddCascadingAuthenticationState();
            services.AddSingleton<NobodysPassword>();
            services.AddSingleton<KnownDevices>();
            services.AddScoped<PasswordCheck>();
            services.AddScoped<SignInThrottle>();
            services.AddScoped<SignInRecords>();
            services.AddScoped<SignInDesk>();
            services.AddScoped<PasswordDesk>();
            services.AddScoped<StaffDoor>();
            services.AddScoped<StaffWatch>();
            return services;
        }
    }

    extension(IApplicationBuilder app)
    {
        /// <summary>
        /// Makes a signed-in request act for the person, with the duties they have now. Whose sitting is over is nobody, and led to the
        /// sign-in. What everybody may open asks nothing: the page that says that something failed must not fail with it.
        /// </summary>
        public void UseActor() => app.Use(async (context, next) =>
        {
            if (context.User.Identity?.IsAuthenticated == true && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null
                && !await context.RequestServices.GetRequiredService<StaffDoor>().Enter(context.User))
                context.User = new(new ClaimsIdentity());
            await next();
        });
    }
}
