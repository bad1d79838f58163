using Microsoft.Extensions.Time.Testing;
using OneStop.Domain;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Portal.Features.SupportPrograms;

namespace OneStop.Tests.SupportPrograms;

/// <summary>What was changed in the editor is undone step by step; what one types into one part is one step.</summary>
public sealed class EditHistoryTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly EditHistory history;
    private readonly List<Edit<Goal>> saved = [];

    public EditHistoryTests() => history = new(clock);

    private static readonly Goal First = new() { Id = ProgramOffice.NewId() }, Second = new() { Id = ProgramOffice.NewId() };

    [Fact]
    public async Task Edits_of_one_part_are_one_step_until_another_part_is_changed()
    {
        Types(First, First with { Words = "正社" });
        Types(First with { Words = "正社" }, First with { Words = "正社員" });
        Types(Second, Second with { Words = "資格" });
        Types(First with { Words = "正社員" }, First with { Words = "正社員で働く" });
        Assert.Equal(3, history.Count);
        await history.Undo();
        await history.Undo();
        await history.Undo();
        await history.Undo(); // there is nothing left
        Assert.Equal([("正社員で働く", "正社員"), ("資格", ""), ("正社員", "")], saved.Select(e => (e.Was.Words, e.Wish.Words)));
    }

    [Fact]
    public async Task A_pause_or_a_colleague_between_two_edits_begins_another_step()
    {
        Types(First, First with { Words = "正社員" });
        clock.Advance(TimeSpan.FromMinutes(1));
        Types(First with { Words = "正社員" }, First with { Words = "正社員で働く" });
        var theirs = First with { Words = "正社員で働く", Yardstick = "内定" }; // a colleague wrote, and the form took it over
        Types(theirs, theirs with { Words = "正社員で事務をする" });
        Assert.Equal(3, history.Count);
        await history.Undo();
        Assert.Equal(theirs, Assert.Single(saved).Wish);
    }

    [Fact]
    public async Task What_cannot_be_undone_is_forgotten_and_what_was_done_before_can()
    {
        Types(First, First with { Words = "正社員" });
        _ = history.Did("目標を加えた", () => throw new RuleException("ほかの人が先に消しました。"), () => Task.CompletedTask);
        Assert.Equal("目標を加えた", history.Last);
        await Assert.ThrowsAsync<RuleException>(history.Undo);
        await history.Undo();
        Assert.Equal("", Assert.Single(saved).Wish.Words);
        Assert.Null(history.Last);
    }

    [Fact]
    public async Task What_was_undone_is_done_again_until_something_else_is_done()
    {
        Types(First, First with { Words = "正社員" });
        Types(Second, Second with { Words = "資格" });
        await history.Undo();
        await history.Undo();
        Assert.Equal("目標を書いた", history.Next);
        await history.Redo();
        Assert.Equal(("", "正社員"), (saved[^1].Was.Words, saved[^1].Wish.Words));
        await history.Undo();
        await history.Redo();
        Assert.Equal((1, "目標を書いた"), (history.Count, history.Next)); // the second waits
        Types(Second, Second with { Words = "簿記" });
        Assert.Null(history.Next);
    }

    /// <summary>The message after a removal offers to undo it; the button above does the same.</summary>
    [Fact]
    public async Task A_step_that_a_message_has_undone_is_not_undone_again_by_the_button()
    {
        var times = 0;
        Types(First, First with { Words = "正社員" });
        var offered = history.Did("目標を消した", () => Task.FromResult(++times), () => Task.FromResult(--times));
        Types(Second, Second with { Words = "資格" });
        await offered();
        await offered();
        Assert.Equal((1, 2), (times, history.Count));
        await history.Redo();
        Assert.Equal(0, times);
    }

    private void Types(Goal was, Goal now) => history.Edited("目標を書いた", was.Id, new Edit<Goal>(was, now), edit =>
    {
        saved.Add(edit);
        return Task.CompletedTask;
    });
}
