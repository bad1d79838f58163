using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneStop.Domain;
using OneStop.Domain.JobOpenings.Importing;

namespace OneStop.Tests.JobOpenings.Importing;

/// <summary>
/// Plays ハローワーク求人・求職情報提供サービス over real HTTP, after its published flow: POST only, XML in UTF-8, a token of the day, pages, 404 beyond the
/// end, 503 outside of its hours.
/// </summary>
internal sealed class HelloWorkDouble(TimeProvider clock) : IAsyncDisposable
{
    public const string Id = "onestop@example.jp", Password = "himitsu-0123";
    private readonly ConcurrentDictionary<string, DateOnly> tokens = new();
    private WebApplication? app;
    private int issued;

    public Uri Address => new(app!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The records of the only data set, as XML.</summary>
    public List<string> Records { get; } = [];

    public int PageSize { get; set; } = 1000;

    /// <summary>The number of records that the list tells; the true one if null.</summary>
    public int? Told { get; set; }

    /// <summary>Answers a page in the double's stead; returns false to leave it to the double.</summary>
    public Func<HttpContext, int, Task<bool>>? Instead { get; set; }

    /// <summary>The calls so far: method and address.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>The number of tokens that were not given back.</summary>
    public int OpenTokens => tokens.Count;

    public async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(Answer);
        await app.StartAsync();
    }

    public static string Opening(int n, string further = "") =>
        $"<data><kjno>40010-{n:D8}</kjno><uktkymd_seireki>2026/10/01</uktkymd_seireki><kjyukoymd>2026/12/31</kjyukoymd>"
        + $"<jgshmei>見本商事{n}</jgshmei><sksu>一般事務</sksu>{further}</data>";

    /// <summary>Ends all tokens, as a day does.</summary>
    public void ForgetTokens() => tokens.Clear();

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task Answer(HttpContext context)
    {
        Calls.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        if (context.Request.Method != "POST")
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        else if (!HelloWorkHours.IsOpen(clock.GetUtcNow()))
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else
            await Answer(context, await context.Request.ReadFormAsync(), context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries));
    }

    private Task Answer(HttpContext context, IFormCollection form, string[] path)
    {
        if (path is ["auth", "getToken"])
            return Issue(context, form);
        if (!tokens.TryGetValue(form["token"].ToString(), out var day) || day != clock.GetUtcNow().JapaneseDate)
            return Status(context, StatusCodes.Status401Unauthorized);
        return path switch
        {
            ["auth", "delToken"] => Xml(context, tokens.TryRemove(form["token"].ToString(), out _) ? "<root><result>0</result></root>" : ""),
            ["kyujin"] => Xml(context, $"""
                <root><kyujin_list><data><data_id>M140</data_id><data_name>一般求人（福岡県）</data_name><count>{Told ?? Records.Count}</count><page>{Pages}</page>
                <link><href>x</href></link></data></kyujin_list></root>
                """),
            ["kyujin", "M140", var page] => Page(context, int.Parse(page, CultureInfo.InvariantCulture)),
            _ => Status(context, StatusCodes.Status404NotFound),
        };
    }

    private int Pages => (Records.Count + PageSize - 1) / PageSize;

    private Task Issue(HttpContext context, IFormCollection form)
    {
        if (form["id"] != Id || form["pass"] != Password)
            return Xml(context, "<root><errorDetail>ID or password</errorDetail></root>");
        var token = $"token-{Interlocked.Increment(ref issued)}-0123456789";
        tokens[token] = clock.GetUtcNow().JapaneseDate;
        return Xml(context, $"<root><token>{token}</token></root>");
    }

    private async Task Page(HttpContext context, int page)
    {
        if (Instead is not null && await Instead(context, page))
            return;
        var records = Records.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        if (records.Count == 0)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            await Xml(context, $"<root><page>{Pages}</page><kyujin>{string.Join('\n', records)}</kyujin></root>");
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public static Task Xml(HttpContext context, string xml)
    {
        context.Response.ContentType = "application/xml; charset=UTF-8";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{xml}")).AsTask();
    }
}
