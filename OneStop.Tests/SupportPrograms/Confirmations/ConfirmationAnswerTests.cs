using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Confirmations;
using OneStop.Domain.SupportPrograms.Versions;

namespace OneStop.Tests.SupportPrograms.Confirmations;

/// <summary>仕様書 7(2)②(イ): what the client of an approved version answers on a page counts once, for exactly the words that were shown.</summary>
public sealed class ConfirmationAnswerTests : ConfirmationTest
{
    [Fact]
    public async Task What_the_client_confirms_is_established_with_the_words_that_were_shown()
    {
        var (planner, _, program, page, key) = await APage();
        await Passes(key, Device, planner, page);
        var screen = await Look(key, Device);
        Assert.Equal((ConfirmationPageState.Open, screen.Content!.Digest), (screen.State, screen.Digest));
        Assert.Equal(new(true, false), await Answer(key, Device, screen.Digest, ConfirmationAnswer.Confirmed, "よろしくお願いします"));
        var view = await oneStop.Program(planner, program);
        Assert.Equal((ProgramState.Running, ConfirmationWay.Page, screen.Digest, null), (view.Row.State, view.Newest!.Confirmation!.Way, view.Newest.Confirmation.Digest,
            view.Newest.Confirmation.StaffId));
        var row = await oneStop.PageOf(planner, program);
        Assert.Equal((ConfirmationState.Confirmed, "よろしくお願いします"), (row.State, row.Words));
        Assert.Equal(ConfirmationPageState.Answered, (await Look(key, Device)).State);
        Assert.Null((await Look(key, Device)).Content);
        Assert.Equal(ConfirmationPageState.Closed, (await Look(key, Other)).State);
        Assert.Equal(new(true, false), await Answer(key, Device, screen.Digest, ConfirmationAnswer.WantsTalk)); // pressed once more
        Assert.Equal(ConfirmationState.Confirmed, (await oneStop.PageOf(planner, program)).State);
    }

    /// <summary>The night of the last service day of a fiscal year is still that year's, as for every figure.</summary>
    [Theory]
    [InlineData("2027-04-01T00:30", "2027-03-31", 2026)] // 24:30
    [InlineData("2027-04-01T06:00", "2027-04-01", 2027)]
    public async Task What_is_confirmed_after_midnight_counts_on_the_service_day(string at, string day, int year)
    {
        oneStop.Clock.SetUtcNow(JapanTime.At(new(2027, 3, 31), new(20, 0)));
        var (planner, _, program, page, key) = await APage();
        oneStop.Clock.SetUtcNow(JapanTime.At(DateOnly.FromDateTime(DateTime.Parse(at, CultureInfo.InvariantCulture)), TimeOnly.FromDateTime(DateTime.Parse(at, CultureInfo.InvariantCulture))));
        await Passes(key, Device, planner, page);
        await Answer(key, Device, await Digest(planner, program), ConfirmationAnswer.Confirmed);
        var established = await oneStop.Read(db => db.SupportPrograms.Where(p => p.Id == program).Select(p => p.Establishment!).SingleAsync());
        Assert.Equal((DateOnly.Parse(day, CultureInfo.InvariantCulture), year), (established.On, established.FiscalYear));
        Assert.Equal(1, await oneStop.CountOf("programs-established", new(year, 4, 1), new(year + 1, 3, 31)));
    }

    [Fact]
    public async Task Who_wants_to_talk_leaves_the_version_as_it_is_and_the_planner_is_told()
    {
        var (planner, second, program, page, key) = await APage();
        await Passes(key, Device, planner, page);
        await Answer(key, Device, await Digest(planner, program), ConfirmationAnswer.WantsTalk, "夜の講座は、子どもがいるので難しいです");
        Assert.Equal(ProgramState.WithClient, (await oneStop.Program(planner, program)).Row.State);
        var row = await oneStop.PageOf(planner, program);
        Assert.Equal((ConfirmationState.WantsTalk, "夜の講座は、子どもがいるので難しいです", null), (row.State, row.Words, row.TalkedAt));
        var due = Assert.Single(await Due(planner, program), d => d.Item.Kind == "program-talk");
        Assert.Equal((planner.Id, "話し合う", $"/programs/{program}"), (due.Item.StaffId, due.Item.What, due.Item.Link));
        await oneStop.At<ConfirmationDesk>(planner, d => d.Talk(page, isSettled: true));
        Assert.DoesNotContain(await Due(planner, program), d => d.Item.Kind == "program-talk");
        await oneStop.At<ConfirmationDesk>(planner, d => d.Talk(page, isSettled: false));
        Assert.Contains(await Due(planner, program), d => d.Item.Kind == "program-talk");
        await oneStop.At<ProgramDesk>(planner, d => d.Reopen(program));
        Assert.Contains(await Due(planner, program), d => d.Item.Kind == "program-talk"); // nobody has talked yet
        await oneStop.Ask(planner, program);
        Assert.DoesNotContain(await Due(planner, program), d => d.Item.Kind == "program-talk");
        await oneStop.Approve(second, program);
        await oneStop.Offered(planner, program); // asked again
        Assert.DoesNotContain(await Due(planner, program), d => d.Item.Kind == "program-talk");
    }

    /// <summary>What leaves the page closed, whoever does it.</summary>
    [Theory]
    [InlineData("nothing", ConfirmationPageState.Open)]
    [InlineData("an hour", ConfirmationPageState.Gate)]
    [InlineData("a week", ConfirmationPageState.Closed)]
    [InlineData("withdrawn", ConfirmationPageState.Closed)]
    [InlineData("newer", ConfirmationPageState.Closed)]
    [InlineData("reopened", ConfirmationPageState.Closed)]
    [InlineData("reopened and approved again", ConfirmationPageState.Closed)]
    [InlineData("ended", ConfirmationPageState.Closed)]
    [InlineData("ended and brought back", ConfirmationPageState.Closed)]
    [InlineData("consent", ConfirmationPageState.Closed)]
    [InlineData("paper", ConfirmationPageState.Closed)]
    public async Task It_stands_for_one_approval(string what, ConfirmationPageState state)
    {
        var (planner, second, program, page, key) = await APage();
        await Passes(key, Device, planner, page);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        var client = (await oneStop.Program(planner, program)).Row.ClientId;
        switch (what)
        {
            case "an hour":
                oneStop.Clock.Advance(ProgramConfirmation.ShownFor);
                break;
            case "a week":
                oneStop.Clock.Advance(ProgramConfirmation.GoodFor);
                break;
            case "withdrawn":
                await oneStop.At<ConfirmationDesk>(planner, d => d.Withdraw(page));
                break;
            case "newer":
                await oneStop.Offered(planner, program);
                break;
            case "reopened":
                await oneStop.At<ProgramDesk>(planner, d => d.Reopen(program));
                break;
            case "reopened and approved again":
                await oneStop.At<ProgramDesk>(planner, d => d.Reopen(program));
                await oneStop.Ask(planner, program);
                await oneStop.Approve(second, program);
                break;
            case "ended" or "ended and brought back":
                await oneStop.At<ProgramDesk>(planner, d => d.End(program, new(oneStop.Clock.GetUtcNow().JapaneseDate, ProgramEndReason.NotBegun, "気持ちが変わった", "支援センター", null)));
                oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
                if (what != "ended")
                    await oneStop.At<ProgramDesk>(planner, d => d.BringBack(program));
                break;
            case "consent":
                await oneStop.At<ClientDesk>(planner, d => d.Withdraw(client, SupportConsents.Program.Code));
                break;
            case "paper":
                await oneStop.Confirm(planner, program);
                break;
        }
        var screen = await Look(key, Device);
        Assert.Equal(state, screen.State);
        Assert.Equal(state == ConfirmationPageState.Open, screen.Content is not null);
    }

    [Fact]
    public async Task An_answer_to_a_version_that_was_reopened_is_not_taken_and_staff_see_that_it_came()
    {
        var (planner, _, program, page, key) = await APage();
        await Passes(key, Device, planner, page);
        var digest = await Digest(planner, program);
        await oneStop.At<ProgramDesk>(planner, d => d.Reopen(program));
        Assert.Equal(new(false, false, true), await Answer(key, Device, digest, ConfirmationAnswer.Confirmed));
        Assert.Equal(ProgramState.Draft, (await oneStop.Program(planner, program)).Row.State);
        var row = await oneStop.PageOf(planner, program);
        Assert.Equal((ConfirmationState.Outdated, oneStop.Clock.GetUtcNow()), (row.State, row.TooLateAt));
    }

    /// <summary>What was typed is not lost because the page closed meanwhile, and whoever typed it waits for somebody.</summary>
    [Fact]
    public async Task What_comes_too_late_is_kept_and_due_until_somebody_gets_in_touch()
    {
        var (planner, _, program, page, key) = await APage();
        await Passes(key, Device, planner, page);
        var digest = await Digest(planner, program);
        await oneStop.At<ProgramDesk>(planner, d => d.Reopen(program));
        Assert.Equal(new(false, false), await Answer(key, Other, digest, ConfirmationAnswer.WantsTalk, "ほかの電話から"));
        Assert.Empty(await Heard(planner, program));
        await Answer(key, Device, digest, ConfirmationAnswer.WantsTalk, $"夜は難しいです{new string('あ', ProgramConfirmation.LongestWords)}"); // too long to be an answer
        var heard = Assert.Single(await Heard(planner, program));
        Assert.Equal((HeardKind.Late, ConfirmationAnswer.WantsTalk), (heard.Kind, heard.Answer));
        Assert.StartsWith("夜は難しいです", heard.Words, StringComparison.Ordinal);
        Assert.Equal(planner.Id, Assert.Single(await Due(planner, program), d => d.Item.Kind == "program-late").Item.StaffId);
        await oneStop.At<ConfirmationDesk>(planner, d => d.SeeLate(page, isSeen: true));
        Assert.Empty(await Heard(planner, program));
        Assert.DoesNotContain(await Due(planner, program), d => d.Item.Kind == "program-late");
        await Answer(key, Device, digest, ConfirmationAnswer.Confirmed); // without words, but another answer
        Assert.StartsWith("夜は難しいです", Assert.Single(await Heard(planner, program)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_beside_a_confirmation_are_read_and_talked_about()
    {
        var (planner, second, program, page, key) = await APage();
        await Passes(key, Device, planner, page);
        await Answer(key, Device, await Digest(planner, program), ConfirmationAnswer.Confirmed, "夜の講座は無理です");
        Assert.Equal(planner.Id, Assert.Single(await Due(planner, program), d => d.Item.Kind == "program-words").Item.StaffId);
        await oneStop.Revise(planner, program);
        await oneStop.ChangeGoal(planner, program, g => g with { Words = "別の目標" });
        await oneStop.Ask(planner, program);
        await oneStop.Approve(second, program);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await oneStop.Offered(planner, program); // the next version's page settles nothing
        Assert.Equal((page, HeardKind.Words, "夜の講座は無理です"), Assert.Single(await Heard(planner, program)) is var row ? (row.PageId, row.Kind, row.Words) : default);
        await oneStop.At<ConfirmationDesk>(planner, d => d.Talk(page, isSettled: true));
        Assert.Empty(await Heard(planner, program));
        Assert.DoesNotContain(await Due(planner, program), d => d.Item.Kind == "program-words");
    }

    [Theory]
    [InlineData(ConfirmationAnswer.Confirmed)]
    [InlineData(ConfirmationAnswer.WantsTalk)]
    public async Task As_many_characters_as_the_field_takes_are_taken_however_lines_end(ConfirmationAnswer answer)
    {
        var (planner, _, program, page, key) = await APage();
        await Passes(key, Device, planner, page);
        var lines = string.Join("\r\n", Enumerable.Repeat(new string('あ', 99), 10)); // 999 characters for the browser
        Assert.True((await Answer(key, Device, await Digest(planner, program), answer, lines)).IsTaken);
        Assert.Equal(lines.ReplaceLineEndings("\n"), (await oneStop.PageOf(planner, program)).Words);
    }

    [Fact]
    public async Task Words_that_were_not_shown_are_not_confirmed()
    {
        var (planner, _, program, page, key) = await APage();
        await Passes(key, Device, planner, page);
        Assert.Equal(new(false, false), await Answer(key, Device, new string('0', 64), ConfirmationAnswer.Confirmed));
        Assert.Equal(ProgramState.WithClient, (await oneStop.Program(planner, program)).Row.State);
        Assert.Null((await oneStop.PageOf(planner, program)).TooLateAt);
    }

    /// <summary>Whichever comes first: never is a version in force that was reopened, and none confirmed that still can be written.</summary>
    [Fact]
    public async Task Of_an_answer_and_a_reopening_at_once_one_is_told_that_it_came_too_late()
    {
        var (planner, _, program, page, key) = await APage();
        await Passes(key, Device, planner, page);
        var digest = await Digest(planner, program);
        var reopening = Task.Run(async () =>
        {
            try
            {
                await oneStop.At<ProgramDesk>(planner, d => d.Reopen(program));
                return true;
            }
            catch (RuleException)
            {
                return false;
            }
        });
        var answer = await Answer(key, Device, digest, ConfirmationAnswer.Confirmed);
        var isReopened = await reopening;
        Assert.NotEqual(isReopened, answer.IsTaken);
        Assert.Equal(isReopened ? ProgramState.Draft : ProgramState.Running, (await oneStop.Program(planner, program)).Row.State);
    }
}
