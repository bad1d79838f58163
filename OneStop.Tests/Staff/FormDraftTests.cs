using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Staff;

/// <summary>書きかけ: unsaved input of a form is kept for the member who typed it, and for nobody else.</summary>
public sealed class FormDraftTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string Key = "memo:somebody";

    [Fact]
    public async Task Only_who_typed_it_reads_it_and_only_in_its_form()
    {
        var (mine, other) = (await oneStop.AMember("typist", Duty.Counselor), await oneStop.AMember("neighbour", Duty.Manager));
        await oneStop.At<FormDraftDesk>(mine, d => d.Keep(Key, null, "書きかけの文"));
        await oneStop.At<FormDraftDesk>(mine, d => d.Keep(Key, null, "書きかけの文の続き"));
        Assert.Equal("書きかけの文の続き", (await Open(mine))!.Words);
        Assert.Null(await Open(other));
        Assert.Null(await Open(mine, "memo:somebody-else"));
        await oneStop.At<FormDraftDesk>(other, d => d.Drop(Key));
        Assert.NotNull(await Open(mine));
        await oneStop.At<FormDraftDesk>(mine, d => d.Drop(Key));
        Assert.Null(await Open(mine));
    }

    [Fact]
    public async Task Its_words_stand_nowhere_in_the_database_and_open_in_no_other_place()
    {
        var (mine, other) = (await oneStop.AMember("sealer", Duty.Counselor), await oneStop.AMember("opener", Duty.Counselor));
        await oneStop.At<FormDraftDesk>(mine, d => d.Keep(Key, null, "夜は家にいない"));
        var row = await oneStop.Read(db => db.FormDrafts.SingleAsync(d => d.StaffId == mine.Id));
        Assert.DoesNotContain("夜は", Encoding.UTF8.GetString(row.Sealed));
        await oneStop.At<FormDraftDesk>(other, d => d.Keep(Key, null, "別の人の文"));
        await oneStop.Read(db => db.FormDrafts.Where(d => d.StaffId == other.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Sealed, row.Sealed)));
        Assert.Null(await Open(other)); // a row moved to another member cannot be decrypted
    }

    [Fact]
    public async Task It_is_kept_with_whom_it_is_about_also_when_they_are_chosen_later()
    {
        var (mine, talk) = (await oneStop.AMember("chooser", Duty.Counselor), await oneStop.AsksSomething("予約したい人"));
        foreach (var about in (Guid?[])[null, talk, null])
        {
            await oneStop.At<FormDraftDesk>(mine, d => d.Keep(Key, about, "書きかけ"));
            Assert.Equal(about, await oneStop.Read(db => db.FormDrafts.Where(d => d.StaffId == mine.Id).Select(d => d.ConversationId).SingleAsync()));
        }
    }

    [Fact]
    public async Task After_thirty_days_it_is_gone()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var mine = await own.AMember("forgetful", Duty.Counselor);
        await own.At<FormDraftDesk>(mine, d => d.Keep(Key, null, "忘れた文"));
        own.Clock.Advance(TimeSpan.FromDays(30));
        Assert.NotNull(await own.At<FormDraftDesk, KeptDraft?>(mine, d => d.Open(Key)));
        own.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await own.At<FormDraftDesk, KeptDraft?>(mine, d => d.Open(Key)));
        await using var scope = own.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await scope.ServiceProvider.GetRequiredService<FormDraftDesk>().Sweep();
        Assert.False(await own.Read(db => db.FormDrafts.AnyAsync()));
    }

    private Task<KeptDraft?> Open(StaffMember by, string key = Key) => oneStop.At<FormDraftDesk, KeptDraft?>(by, d => d.Open(key));
}
