using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Confirmations;
using OneStop.Tests.Clients.Questionnaires;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms.Confirmations;

/// <summary>A program that waits for its client, and what is done on the page and at the desks.</summary>
public abstract class ConfirmationTest : IAsyncLifetime
{
    protected const string Device = "a-telephone", Other = "another-telephone";

    private protected readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return oneStop.DisposeAsync();
    }

    protected int Cards(string friend) => oneStop.Line.TalkOf(friend).Count(b => !b.IsMine);

    protected static string Wrong(string code) => code == "000000" ? "000001" : "000000";

    /// <summary>Returns a program that waits for its client, who has no LINE, and a page for it that is opened by a code.</summary>
    protected async Task<(StaffMember Planner, StaffMember Second, Guid Program, Guid Page, string Key)> APage()
    {
        var (planner, second, client) = await oneStop.Planning();
        var program = await oneStop.Approved(planner, second, client);
        var page = await oneStop.Offered(planner, program);
        await oneStop.CodeOf(planner, page);
        return (planner, second, program, page, await KeyOf(planner, page));
    }

    protected async Task<(StaffMember Planner, Guid Program, string Friend, Guid Client)> AFriendsPage()
    {
        var (planner, second, _) = await oneStop.Planning();
        var (client, friend) = await oneStop.AnAgreedFriend();
        await oneStop.KnowsFacts(planner, client);
        await oneStop.TakesPart(client);
        return (planner, await oneStop.Approved(planner, second, client), friend.Value, client);
    }

    protected async Task<string> KeyOf(StaffMember by, Guid page) => (await oneStop.PathOf(by, page))[ProgramConfirmation.PagePath.Length..];

    /// <summary>Passes the gate by a new code.</summary>
    /// <returns>The key of the page.</returns>
    protected async Task<string> Passes(string? key, string device, StaffMember by, Guid page)
    {
        var code = await oneStop.CodeOf(by, page);
        key ??= await KeyOf(by, page);
        Assert.Equal(GateOutcome.Passed, await Enter(key, device, code));
        return key;
    }

    protected async Task<string> Digest(StaffMember by, Guid program) => (await oneStop.Program(by, program)).Newest!.Digest;

    protected async Task<IReadOnlyList<DueRow>> Due(StaffMember by, Guid program)
    {
        var client = (await oneStop.Program(by, program)).Row.ClientId;
        return await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(by, d => d.Of(client));
    }

    protected async Task<IReadOnlyList<HeardRow>> Heard(StaffMember by, Guid program) =>
        (await oneStop.At<ConfirmationDesk, ConfirmationView?>(by, d => d.Of(program)))!.Heard;

    protected Task<ConfirmationScreen> Look(string key, string device) => AtLine(d => d.Look(key, device));

    protected Task<GateOutcome> Enter(string key, string device, string code) => AtLine(d => d.Enter(key, device, new(code, "", "", "")));

    protected Task<AnswerReceipt> Answer(string key, string device, string seen, ConfirmationAnswer answer, string words = "") =>
        AtLine(d => d.Answer(key, device, seen, answer, words));

    protected async Task<T> AtLine<T>(Func<ConfirmationPageDesk, Task<T>> act)
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeLine();
        return await act(scope.ServiceProvider.GetRequiredService<ConfirmationPageDesk>());
    }
}
