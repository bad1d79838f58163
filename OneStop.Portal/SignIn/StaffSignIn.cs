using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>Staff sign-in: ASP.NET Core Identity with our own throttle; duties are read from the database and never from the cookie.</summary>
internal static class StaffSignIn
{
    /// <summary>The claim with the id of the sitting, the session from sign-in to sign-out.</summary>
    public const string SittingClaim = "onestop:sitting";

    /// <summary>The time after which name and password are asked for again, even without a pause in the work.</summary>
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
                cookie.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask; // the page redirects, with an address valid in a header; the raw address fails
            });
            services.AddSingleton<ILookupNormalizer, StaffNames>(); // before Identity adds its own
            services.AddIdentityCore<StaffMember>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                (identity.Password.RequiredLength, identity.Password.RequiredUniqueChars) = (1, 1); // PasswordRules applies instead
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
            services.AddSingleton<RegisteredNetworks>();
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
        /// Makes a signed-in person the actor of the request, with their present duties. A person whose sitting is over is treated as not
        /// signed in and sent to the sign-in page. Anonymous pages are not checked: the error page must not fail with the database.
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
