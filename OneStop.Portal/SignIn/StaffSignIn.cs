using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>How staff sign in: ASP.NET Core Identity with lockout, and duties that come from the database and never from the cookie.</summary>
internal static class StaffSignIn
{
    /// <summary>One sitting, from sign-in to sign-out.</summary>
    public const string SittingClaim = "onestop:sitting";

    extension(IServiceCollection services)
    {
        public IServiceCollection AddStaffSignIn(IHostEnvironment environment)
        {
            // In Production cookies go over https only, also where a proxy in front of the portal ends TLS.
            var secure = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            services.AddAntiforgery(antiforgery => antiforgery.Cookie.SecurePolicy = secure);
            services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
            services.ConfigureApplicationCookie(cookie =>
            {
                cookie.LoginPath = "/sign-in";
                cookie.AccessDeniedPath = "/sign-in";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.Cookie.Name = "OneStop.Staff";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = secure;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            });
            services.AddIdentityCore<StaffMember>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.Password.RequiredLength = 12;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            }).AddEntityFrameworkStores<OneStopDb>().AddSignInManager();
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
            services.AddAuthorizationBuilder().SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            services.AddCascadingAuthenticationState();
            services.AddScoped<AuthenticationStateProvider, StaffState>();
            services.AddScoped<SignInDesk>();
            services.AddScoped<StaffDoor>();
            return services;
        }
    }

    extension(IApplicationBuilder app)
    {
        /// <summary>Makes a signed-in request act for the person, with the duties they have now.</summary>
        public void UseActor() => app.Use(async (context, next) =>
        {
            if (context.User.Identity?.IsAuthenticated == true)
                await context.RequestServices.GetRequiredService<StaffDoor>().Enter(context.User);
            await next();
        });
    }
}

/// <summary>Lets a signed-in person act in this scope.</summary>
internal sealed class StaffDoor(Actor actor, IDbContextFactory<OneStopDb> dbs)
{
    /// <summary>Reads who they are and what they may do now.</summary>
    /// <returns>False if the person is gone; then nobody acts.</returns>
    public async Task<bool> Enter(ClaimsPrincipal principal)
    {
        var sitting = principal.FindFirstValue(StaffSignIn.SittingClaim) ?? "";
        var member = await Find(principal, sitting); // until it is known, whoever was here goes on: screens are live meanwhile
        if (member is null)
            actor.BeNobody();
        else
            actor.BeStaff(member, sitting);
        return member is not null;
    }

    private async Task<StaffMember?> Find(ClaimsPrincipal principal, string sitting)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return null;

        await using var db = await dbs.CreateDbContextAsync();
        return await db.AuditEntries.AnyAsync(e => e.Sitting == sitting && e.Act == AuditAct.SignedOut)
            ? null
            : await db.Users.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.LeftAt == null);
    }
}

/// <summary>How a sign-in ended.</summary>
internal enum SignInEnd
{
    SignedIn,
    Wrong,
    LockedOut,
}

/// <summary>Checks name and password and begins a sitting.</summary>
internal sealed class SignInDesk(SignInManager<StaffMember> signIn, IDbContextFactory<OneStopDb> dbs, Actor actor, TimeProvider clock)
{
    /// <summary>Signs in. A name that does not exist is answered like a wrong password.</summary>
    public async Task<SignInEnd> SignIn(string name, string password)
    {
        var member = await signIn.UserManager.FindByNameAsync(name);
        if (member is null || member.LeftAt is not null)
            return SignInEnd.Wrong;

        var result = await signIn.CheckPasswordSignInAsync(member, password, lockoutOnFailure: true);
        if (!result.Succeeded)
            return result.IsLockedOut ? SignInEnd.LockedOut : SignInEnd.Wrong;

        var sitting = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        await signIn.SignInWithClaimsAsync(member, isPersistent: false, [new(StaffSignIn.SittingClaim, sitting)]);
        actor.BeStaff(member, sitting);
        await dbs.Change(db =>
        {
            db.Record(AuditAct.SignedIn, nameof(StaffMember), member.Id.ToString(), "[]", clock.GetUtcNow());
            return Task.CompletedTask;
        });
        return SignInEnd.SignedIn;
    }

    /// <summary>Ends the sitting, in every window that it is open in.</summary>
    public async Task SignOut()
    {
        if (actor.Kind == ActorKind.Staff)
        {
            await dbs.Change(db =>
            {
                db.Record(AuditAct.SignedOut, nameof(StaffMember), actor.StaffId.ToString(), "[]", clock.GetUtcNow());
                return Task.CompletedTask;
            });
        }
        await signIn.SignOutAsync();
    }
}

/// <summary>Looks once a minute whether an open circuit's person still may: who left or was changed is signed out, and duties are read again.</summary>
internal sealed class StaffState(ILoggerFactory logging, IServiceScopeFactory scopes, StaffDoor door, Actor actor, IOptions<IdentityOptions> options) : RevalidatingServerAuthenticationStateProvider(logging)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        var member = await staff.GetUserAsync(authenticationState.User);
        var stays = member is { LeftAt: null }
            && member.SecurityStamp == authenticationState.User.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType)
            && await door.Enter(authenticationState.User);
        if (!stays)
            actor.BeNobody(); // desks ask the actor, not the cookie
        return stays;
    }
}
