using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Clients.Files;
using OneStop.Portal.Shared;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Files;

/// <summary>Where files are chosen, when the page is left while they are being added.</summary>
[SqliteOnly("holds back its commands")]
public sealed class ClientFileDropTests : BunitContext, IAsyncLifetime
{
    private readonly HeldCommands held = new();
    private readonly FailingCommands failing = new();
    private readonly TestOneStop oneStop;

    public ClientFileDropTests() => oneStop = new() { Options = options => options.AddInterceptors(held, failing) };

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    [Fact]
    public async Task Who_leaves_while_files_are_being_added_finds_them_all_later_with_their_bytes()
    {
        var member = await oneStop.AMember("dropper", Duty.Counselor);
        var client = await oneStop.AClient(member, "書類の人");
        Enter(member);
        var kinds = await oneStop.At<ClientFileDesk, IReadOnlyList<ClientFileKindRow>>(member, d => d.Kinds());
        var drop = Render<ClientFileDrop>(p => p.Add(x => x.ClientId, client).Add(x => x.Label, "書類を選ぶ").Add(x => x.Kinds, kinds));
        drop.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(SomeFile.Pdf, "履歴書1.pdf"), InputFileContent.CreateFromBinary(SomeFile.Pdf, "履歴書2.pdf"));
        await drop.WaitForAssertionAsync(() => Assert.Contains("加える（2件）", drop.Markup, StringComparison.Ordinal));

        var isHeld = held.HoldNext("\"ClientFileKinds\"");
        _ = drop.Find(".cf-add button").ClickAsync(new());
        await isHeld;
        await DisposeComponentsAsync();
        held.Release();

        await TestOneStop.Until(async () => (await oneStop.FilesOf(member, client)).Total == 2, "both rows");
        foreach (var row in (await oneStop.FilesOf(member, client)).Rows)
            await TestOneStop.Until(() => oneStop.At<ClientFileDesk, bool>(member, async d => await d.Take(row.Id) is { } file && await Closed(file)), "its bytes");
    }

    [Fact]
    public async Task A_file_of_which_nobody_knows_whether_it_was_added_keeps_its_bytes_when_it_is_taken_off_the_list()
    {
        var member = await oneStop.AMember("unsure", Duty.Counselor);
        var client = await oneStop.AClient(member, "不確かな書類の人");
        Enter(member);
        var kinds = await oneStop.At<ClientFileDesk, IReadOnlyList<ClientFileKindRow>>(member, d => d.Kinds());
        var drop = Render<ClientFileDrop>(p => p.Add(x => x.ClientId, client).Add(x => x.Label, "書類を選ぶ").Add(x => x.Kinds, kinds));
        drop.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(SomeFile.Pdf, "履歴書.pdf"));
        await drop.WaitForAssertionAsync(() => Assert.Contains("加える（1件）", drop.Markup, StringComparison.Ordinal));
        var isSaving = false;
        failing.Before = sql =>
        {
            isSaving |= sql.Contains("INSERT INTO \"ClientFiles\"", StringComparison.Ordinal);
            return null;
        };
        failing.AfterCommit = () => isSaving ? new TimeoutException("The connection is gone.") : null;
        await drop.Find(".cf-add button").ClickAsync(new());
        await drop.WaitForAssertionAsync(() => Assert.Contains("保存できたかどうか分かりません", drop.Markup, StringComparison.Ordinal));
        failing.AfterCommit = () => null;
        await drop.Find(".cf-stage button").ClickAsync(new());
        await drop.WaitForAssertionAsync(() => Assert.DoesNotContain("履歴書.pdf", drop.Markup, StringComparison.Ordinal));

        var row = Assert.Single((await oneStop.FilesOf(member, client)).Rows);
        Assert.True(await oneStop.At<ClientFileDesk, bool>(member, async d => await d.Take(row.Id) is { } file && await Closed(file)));
    }

    private static async Task<bool> Closed(OpenedFile file)
    {
        await file.Bytes.DisposeAsync();
        return true;
    }

    private void Enter(StaffMember member)
    {
        var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeStaff(member, "sitting");
        Services.AddSingleton<TimeProvider>(oneStop.Clock);
        Services.AddMudServices().AddScoped<UndoToasts>();
        Services.AddFallbackServiceProvider(scope.ServiceProvider);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await oneStop.DisposeAsync();
    }
}
