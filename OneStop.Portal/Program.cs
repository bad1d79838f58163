using MudBlazor.Services;
using OneStop.Domain;
using OneStop.Line;
using OneStop.Portal;
using OneStop.Portal.Commands;
using OneStop.Portal.Data;
using OneStop.Portal.Demo;
using OneStop.Portal.ForClients;
using OneStop.Portal.Health;
using OneStop.Portal.HelloWork;
using OneStop.Portal.Shell;
using OneStop.Portal.SignIn;

OwnerOnlyFiles.Begin();
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
try
{
    Settings.Check(builder.Configuration, builder.Environment);
    builder.Services.AddDatabase(builder.Configuration, builder.Environment); // SQLite by default, SQL Server by setting
    builder.Services.AddOneStop();
    builder.Services.AddLineChannel(builder.Configuration, maySimulate: builder.Environment.IsDevelopment());
    builder.Services.AddHelloWork(); // off until its id and password are set
    builder.Services.AddStaffSignIn(builder.Environment);
    builder.Services.AddScreens();
    builder.Services.AddMudServices(Look.Configure);
    LibraryWords.AddTo(builder.Services);
    builder.Services.AddHealth();
    builder.Services.AddTelemetry(builder.Configuration); // only if an OTLP endpoint is set
    builder.Services.AddDemo(builder.Configuration, builder.Environment);

    var app = builder.Build();
    if (CommandLine.Find(args) is { } command)
        return await command(app.Services);

    await app.Services.GetRequiredService<Migrator>().Run();
    app.Services.CloseFilesToOthers();
    await app.Services.Open();

    app.UseProxies();
    app.UsePublicScheme();
    app.UseErrorPage();
    app.UseNotFoundPage();
    app.UseRequestLimits();
    app.UseClientForms();
    app.UseSafeHeaders();
    app.RefuseForeignPages();
    app.UseAuthentication();
    app.UseActor();
    app.UseAuthorization();
    app.UseRefusals();
    app.UseAntiforgery();

    app.MapStaticAssets().AllowAnonymous();
    app.MapHealth();
    app.MapLine();
    app.MapDownloads();
    app.MapClientPages();
    app.MapSignOut();
    app.MapScreens();
    await app.RunAsync();
    return 0;
}
catch (Exception refusal) when (refusal is SettingMissingException or RuleException)
{
    Console.Error.WriteLine(refusal.Message);
    return 1;
}

/// <summary>The host, named so that tests can start it.</summary>
public partial class Program;
