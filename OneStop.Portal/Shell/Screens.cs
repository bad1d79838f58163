using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using OneStop.Domain.Staff;
using OneStop.Line;
using OneStop.Portal.Documents;
using OneStop.Portal.Features.Bookings;
using OneStop.Portal.Features.Bookings.List;
using OneStop.Portal.Features.Bookings.Making;
using OneStop.Portal.Features.Conversations.Files;
using OneStop.Portal.Features.RichMenus;
using OneStop.Portal.Features.Shifts;
using OneStop.Portal.Health;
using OneStop.Portal.SignIn;

namespace OneStop.Portal.Shell;

/// <summary>The staff's screens, and the headers that keep them safe.</summary>
internal static class Screens
{
    extension(IServiceCollection services)
    {
        public void AddScreens()
        {
            services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
            {
                circuits.DetailedErrors = false;
                circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(5);
            });
            services.AddSignalR(hub => hub.MaximumReceiveMessageSize = 128 * 1024);
            services.AddScoped<ThemeMode>();
            services.AddScoped<Shared.UndoToasts>();
            services.AddScoped<MyPreferences>();
            services.AddScoped<WaitingCount>();
            services.AddScoped<PageVisibility>();
            services.AddScoped<DeskBell>();
            services.AddSingleton<SilencedBells>();
            services.AddSingleton<LineReachable>();
            services.AddHttpContextAccessor();
            services.AddSingleton<FileWorkGate>();
            services.AddSingleton<Pictures>();
            services.AddSingleton<Features.Conversations.Files.PdfUploads>();
            services.AddSingleton<Screenshotter>();
            services.AddScoped<FileGate>();
            services.AddScoped<BookingActs>();
            services.AddScoped<LatestBooking>();
            services.AddScoped<BookingEntry>();
            services.AddRequestLimits();
        }
    }

    extension(IEndpointRouteBuilder app)
    {
        /// <summary>What staff open or save as a file.</summary>
        public void MapDownloads()
        {
            app.MapFiles();
            app.MapMenuPictures();
            app.MapShiftSheet();
            app.MapBookingSheet();
        }

        public void MapScreens() => app.MapRazorComponents<App>().AddInteractiveServerRenderMode();

        /// <summary>Ends the sitting. Another site's form is refused before it comes here (<see cref="ForeignPages"/>).</summary>
        public void MapSignOut() => app.MapPost("/sign-out", async (SignInDesk desk) =>
        {
            await desk.SignOut();
            return Results.Redirect(SignInPage.Path);
        }).DisableAntiforgery();
    }

    extension(IApplicationBuilder app)
    {
        /// <summary>Who asks is told by the reverse proxy in front: each client has their own limit of looks at a form, not the proxy one for all.</summary>
        public void UseProxies()
        {
            var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor }; // of the machine itself by default
            foreach (var proxy in Settings.Proxies(app.ApplicationServices.GetRequiredService<IConfiguration>()))
                options.KnownProxies.Add(proxy);
            app.UseForwardedHeaders(options);
        }

        /// <summary>
        /// In Production people come by https (<c>PublicBaseUrl</c> must say so), whatever proxy in front of the portal
        /// ends TLS and whatever host it passes on: cookies, redirects and headers are made for it.
        /// </summary>
        public void UsePublicScheme()
        {
            if (app.ApplicationServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
                return;
            var address = app.ApplicationServices.GetRequiredService<PublicAddress>().Value;
            var host = address.IsDefaultPort ? new HostString(address.Host) : new HostString(address.Host, address.Port);
            app.Use((context, next) =>
            {
                (context.Request.Scheme, context.Request.Host) = (address.Scheme, host);
                return next();
            });
        }

        /// <summary>The page that says that something failed is looked at, whatever was done before: a form that failed is not sent to it.</summary>
        public void UseErrorPage()
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true); // what failed may be half of its scope
            app.Use((context, next) =>
            {
                if (context.Features.Get<IExceptionHandlerFeature>() is not null)
                    context.Request.Method = HttpMethods.Get;
                return next();
            });
        }

        /// <summary>
        /// What a desk refuses is answered as refused, wherever it was asked. A duty is refused
        /// before anything is looked up, so this tells nobody what is there.
        /// </summary>
        public void UseRefusals() => app.Use(async (context, next) =>
        {
            try
            {
                await next();
            }
            catch (NotAllowedException refusal) when (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                context.Response.ContentType = "text/plain; charset=utf-8";
                await context.Response.WriteAsync(refusal.Message);
            }
        });

        /// <summary>A kind page for people who look for one; everything else (LINE above all) gets the bare status.</summary>
        public void UseNotFoundPage() => app.UseWhen(
            context => HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found"));

        /// <summary>No script but our own files, no framing, no sniffing, no referrer to the outside. MudBlazor sets inline styles.</summary>
        public void UseSafeHeaders()
        {
            app.UseWhen(context => IsFile(context.Request.Path), files => files.UseSecurityHeaders(new HeaderPolicyCollection()
                .AddDefaultSecurityHeaders()
                .AddCustomHeader(Permissions, NoPermissions)
                .AddContentSecurityPolicy(policy =>
                {
                    policy.AddDefaultSrc().None();
                    policy.AddSandbox();
                })));
            app.UseWhen(context => !IsFile(context.Request.Path), pages => pages.UseSecurityHeaders(PageHeaders()));
        }
    }

    /// <summary>What people sent: never to be taken for a page of ours.</summary>
    private static bool IsFile(PathString path) => path.StartsWithSegments("/files") || path.StartsWithSegments("/m");

    private const string Permissions = "Permissions-Policy";

    /// <summary>What no page of ours asks a browser for. The bell's sound is ours alone.</summary>
    private const string NoPermissions =
        "accelerometer=(), autoplay=(self), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

    private static HeaderPolicyCollection PageHeaders() => new HeaderPolicyCollection()
            .AddDefaultSecurityHeaders()
            .AddCustomHeader(Permissions, NoPermissions)
            .AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().Self();
                policy.AddScriptSrc().Self();
                policy.AddStyleSrc().Self().UnsafeInline();
                policy.AddImgSrc().Self().Data();
                policy.AddFontSrc().Self();
                policy.AddConnectSrc().Self();
                policy.AddObjectSrc().None();
                policy.AddBaseUri().Self();
                policy.AddFormAction().Self();
                policy.AddFrameAncestors().None();
            });
}
