using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using OneStop.Domain;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Staff;
using OneStop.Line;
using OneStop.Portal.Documents;
using OneStop.Portal.Documents.CityForms;
using OneStop.Portal.Features.Bookings;
using OneStop.Portal.Features.Bookings.Attendance;
using OneStop.Portal.Features.Bookings.Feeds;
using OneStop.Portal.Features.Bookings.Hour;
using OneStop.Portal.Features.Bookings.List;
using OneStop.Portal.Features.Bookings.Making;
using OneStop.Portal.Features.Calendar;
using OneStop.Portal.Features.CaseFiles.Disclosing;
using OneStop.Portal.Features.CityForms;
using OneStop.Portal.Features.Clients.Files;
using OneStop.Portal.Features.Clients.List;
using OneStop.Portal.Features.Consultations;
using OneStop.Portal.Features.Conversations.Files;
using OneStop.Portal.Features.Employers;
using OneStop.Portal.Features.Partners;
using OneStop.Portal.Features.RichMenus;
using OneStop.Portal.Features.Shifts;
using OneStop.Portal.Features.Shifts.Absences;
using OneStop.Portal.Features.SupportPrograms.List;
using OneStop.Portal.Features.SupportPrograms.Papers;
using OneStop.Portal.Health;
using OneStop.Portal.SignIn;

namespace OneStop.Portal.Shell;

/// <summary>The staff's screens, and their security headers.</summary>
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
            services.AddScoped<AwayBoard>();
            services.AddSingleton<SilencedBells>();
            services.AddSingleton<LineReachable>();
            services.AddHttpContextAccessor();
            services.AddSingleton<FileWorkGate>();
            services.AddSingleton<Pictures>();
            services.AddSingleton<Features.Conversations.Files.PdfUploads>();
            services.AddSingleton<ClientFileUploads>();
            services.AddSingleton<HeadlessBrowser>();
            services.AddSingleton<Screenshotter>();
            services.AddSingleton<PdfPrinter>();
            services.AddSingleton<TemplateUploads>();
            services.AddScoped<CityFormFiller>();
            services.AddScoped<FileGate>();
            services.AddScoped<BookingActs>();
            services.AddScoped<ShiftBrush>();
            services.AddScoped<CallActs>();
            services.AddScoped<TalkActs>();
            services.AddScoped(s => new LiveTalkBoard(s.GetRequiredService<LiveTalkDesk>().Running, s.GetRequiredService<LiveUpdates>()));
            services.AddScoped<LatestBooking>();
            services.AddScoped<BookingEntry>();
            services.AddRequestLimits();
        }
    }

    extension(IEndpointRouteBuilder app)
    {
        /// <summary>Maps the files that staff open or save.</summary>
        public void MapDownloads()
        {
            app.MapFiles();
            app.MapClientFiles();
            app.MapMenuPictures();
            app.MapShiftSheet();
            app.MapBookingSheet();
            app.MapAttendanceSheet();
            app.MapBookingFeed();
            app.MapClientSheet();
            app.MapConsultationSheet();
            app.MapProgramSheet();
            app.MapDisclosure();
            app.MapPartnerSheet();
            app.MapEmployerSheet();
            app.MapCityForms();
            app.MapProgramPapers();
        }

        public void MapScreens() => app.MapRazorComponents<App>().AddInteractiveServerRenderMode();

        /// <summary>Maps signing out. Forms of other sites have already been refused (<see cref="ForeignPages"/>).</summary>
        public void MapSignOut() => app.MapPost("/sign-out", async (SignInDesk desk) =>
        {
            await desk.SignOut();
            return Results.Redirect(SignInPage.Path);
        }).DisableAntiforgery();
    }

    extension(IApplicationBuilder app)
    {
        /// <summary>Takes the client's address from the reverse proxy, so that form views are limited per client and not for the whole proxy.</summary>
        public void UseProxies()
        {
            var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor }; // trusts proxies on this machine by default
            foreach (var proxy in Settings.Proxies(app.ApplicationServices.GetRequiredService<IConfiguration>()))
                options.KnownProxies.Add(proxy);
            app.UseForwardedHeaders(options);
        }

        /// <summary>
        /// Sets scheme and host of every request in Production to those of <c>PublicBaseUrl</c>, which must be https, whatever proxy ends TLS
        /// and whatever host it passes on: cookies, redirects and headers are made for them.
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

        /// <summary>Shows the error page, always by GET: the body of a failed post is not sent to it.</summary>
        public void UseErrorPage()
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true); // the failed request may have left its scope half done
            app.Use((context, next) =>
            {
                if (context.Features.Get<IExceptionHandlerFeature>() is not null)
                    context.Request.Method = HttpMethods.Get;
                return next();
            });
        }

        /// <summary>
        /// Answers a desk's refusal with 403, on every path. Duties are checked before anything is looked up, so this does not reveal
        /// what exists.
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

        /// <summary>Shows a page to people for 404; all other callers (above all LINE) get the bare status.</summary>
        public void UseNotFoundPage() => app.UseWhen(
            context => HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found"));

        /// <summary>Sets security headers: no script but our own files, no framing, no sniffing, no referrer. MudBlazor needs inline styles.</summary>
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
            app.UseWhen(context => IsPdf(context.Request.Path), files => files.UseSecurityHeaders(new HeaderPolicyCollection()
                .AddDefaultSecurityHeaders()
                .AddFrameOptionsSameOrigin()
                .AddCustomHeader(Permissions, NoPermissions)
                .AddContentSecurityPolicy(policy =>
                {
                    policy.AddDefaultSrc().None();
                    policy.AddFrameAncestors().Self();
                })));
            app.UseWhen(context => !IsFile(context.Request.Path) && !IsPdf(context.Request.Path), pages => pages.UseSecurityHeaders(PageHeaders()));
        }
    }

    /// <summary>True for files that people sent: the browser must not treat them as a page of ours.</summary>
    private static bool IsFile(PathString path) => path.StartsWithSegments("/files") || path.StartsWithSegments("/m");

    /// <summary>
    /// True for PDF files in the browser's own viewer, within a page of ours. No sandbox: some browsers then refuse to show them. Nothing is loaded by
    /// them, and the type, which is told by the bytes, is fixed.
    /// </summary>
    private static bool IsPdf(PathString path) => path.StartsWithSegments(ClientFileGate.PdfPath);

    private const string Permissions = "Permissions-Policy";

    /// <summary>Browser features that our pages do not use. Only the bell plays sound.</summary>
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
