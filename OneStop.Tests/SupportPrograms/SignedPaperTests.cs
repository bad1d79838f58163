using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Tests.Clients.Files;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms;

/// <summary>書面での本人の確認: the paper that was signed is that of the present words, and its scan is there or due.</summary>
public sealed class SignedPaperTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember planner = null!, second = null!;
    private Guid client, program;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (planner, second, client) = await oneStop.Planning();
        program = await oneStop.Approved(planner, second, client);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    /// <summary>Signed in the morning, changed at noon, recorded in the evening.</summary>
    [Fact]
    public async Task A_paper_of_old_words_does_not_confirm_new_ones()
    {
        var old = await Digest();
        await oneStop.At<ProgramDesk>(planner, d => d.Reopen(program));
        await oneStop.ChangeGoal(planner, program, g => g with { Words = "別の目標" });
        await oneStop.Ask(planner, program);
        await oneStop.Approve(second, program);
        var present = await Digest();
        foreach (var typed in (string[])[ContentMark.Of(old), "", present[..4], $"{present[..8]}0"])
            Assert.Equal(nameof(SignedPaper.Mark), (await Assert.ThrowsAsync<RuleException>(() => Confirm(typed))).Field);
        Assert.Equal(ProgramState.WithClient, (await oneStop.Program(planner, program)).Row.State);
        await Confirm($" {present[..4].ToUpperInvariant()}－{Wide(present[4..8])}"); // as somebody types it
        Assert.Equal(ProgramState.Running, (await oneStop.Program(planner, program)).Row.State);
    }

    [Fact]
    public async Task A_scan_is_chosen_or_said_to_come_later_and_then_due()
    {
        var mark = ContentMark.Of(await Digest());
        Assert.Equal(nameof(SignedPaper.ScanId), (await Assert.ThrowsAsync<RuleException>(() => Confirm(mark, isScanLater: false))).Field);
        await Confirm(mark);
        var due = Assert.Single(await Due());
        Assert.Equal((planner.Id, $"/programs/{program}"), (due.Item.StaffId, due.Item.Link));
        var scan = await oneStop.AFile(planner, client, "その他");
        await oneStop.At<ProgramDesk>(planner, d => d.KeepScan(program, 1, new(scan)));
        Assert.Empty(await Due());
    }

    [Fact]
    public async Task A_paper_with_its_scan_leaves_nothing_due()
    {
        var scan = await oneStop.AFile(planner, client, "その他");
        var digest = await Digest();
        await oneStop.At<ProgramDesk>(planner, d => d.ConfirmOnPaper(program, digest, ProgramOffice.Signed(digest, ProgramOffice.Today, scan)));
        Assert.Empty(await Due());
    }

    private static string Wide(string digits) => string.Concat(digits.Select(c => (char)(c - '!' + '！')));

    private async Task<string> Digest() => (await oneStop.Program(planner, program)).Newest!.Digest;

    private async Task Confirm(string mark, bool isScanLater = true)
    {
        var digest = await Digest();
        await oneStop.At<ProgramDesk>(planner, d => d.ConfirmOnPaper(program, digest, new(ProgramOffice.Today, mark, null, isScanLater)));
    }

    private async Task<IEnumerable<DueRow>> Due() =>
        (await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(planner, d => d.Of(client))).Where(d => d.Item.Kind == "program-scan");
}
