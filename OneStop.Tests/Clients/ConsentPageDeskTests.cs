using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;
using OneStop.Tests.Clients.Questionnaires;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients;

/// <summary>A member of staff asks a client for a consent on a page: who may be asked, what staff see of it, and what ends it.</summary>
public sealed class ConsentPageDeskTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly ConsentPurpose Consultation = ConsentPurpose.Consultation;

    [Fact]
    public async Task One_page_waits_for_each_purpose_at_a_time_and_says_who_made_it_and_until_when()
    {
        var (member, client) = (await Member(), await Client());
        var (link, _) = await oneStop.AskedFor(member, client, Consultation);
        var row = Assert.Single(await oneStop.PagesOf(member, client));
        var now = oneStop.Clock.GetUtcNow();
        Assert.Equal(new ConsentPageRow(link, "相談と予約", ConsentPageStand.Waiting, now, "consent-asker さん", now + TimeSpan.FromDays(7), null), row);
        Assert.Contains("返事を待っている", (await Refused(member, client, Consultation)).Message, StringComparison.Ordinal);
        await oneStop.AskedFor(member, client, InformationConsent.To); // another purpose is another page
        Assert.Equal(2, (await oneStop.PagesOf(member, client)).Count);

        await oneStop.At<ConsentDesk>(member, d => d.WithdrawPage(link));
        Assert.Equal("LINEでのお知らせ", Assert.Single(await oneStop.PagesOf(member, client)).Purpose);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConsentDesk, CopiedAddress>(member, d => d.CopyPage(link)));
        await oneStop.AskedFor(member, client, Consultation); // the next one
    }

    [Fact]
    public async Task Nobody_is_asked_for_what_is_in_force_or_for_a_consent_that_would_name_nobody()
    {
        var (member, client) = (await Member(), await Client());
        await oneStop.ByWord(member, client, Consultation);
        Assert.Contains("すでにあります", (await Refused(member, client, Consultation)).Message, StringComparison.Ordinal);
        await Refused(member, client, SharingConsent.To);
        await Refused(member, client, new("nothing", "", "", ""));
        var byHand = new ConsentWish(InformationConsent.To.Code, ConsentWay.Page, oneStop.Clock.GetUtcNow().JapaneseDate, "");
        Assert.Equal(nameof(ConsentWish.Way), // staff do not press for the client
            (await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConsentDesk, Guid>(member, d => d.Record(client, new(byHand, byHand))))).Field);
    }

    [Fact]
    public async Task A_no_is_seen_until_the_client_consents_and_is_no_longer_withdrawn_by_staff()
    {
        var (member, client) = (await Member(), await Client());
        var (link, _) = await Answered(member, client, Consultation, "no");
        Assert.Equal(ConsentPageStand.Declined, Assert.Single(await oneStop.PagesOf(member, client)).Stand);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConsentDesk>(member, d => d.WithdrawPage(link)));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConsentDesk, CopiedAddress>(member, d => d.CopyPage(link)));
        await oneStop.AskedFor(member, client, Consultation); // who has declined may be asked again
        Assert.Equal(ConsentPageStand.Waiting, Assert.Single(await oneStop.PagesOf(member, client)).Stand);
        await oneStop.ByWord(member, client, Consultation);
        Assert.Empty(await oneStop.PagesOf(member, client));
    }

    [Fact]
    public async Task A_consent_given_on_a_page_can_have_a_last_day_and_cannot_be_taken_back_by_staff()
    {
        var (member, client) = (await Member(), await Client());
        await Answered(member, client, InformationConsent.To, "yes");
        var row = Assert.Single(await oneStop.ConsentsOf(member, client));
        var today = oneStop.Clock.GetUtcNow().JapaneseDate;
        await oneStop.At<ConsentDesk>(member, d => d.ChangeEnd(row.Id, new(new(null), new(today.AddDays(3)))));
        var due = await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(member, d => d.Of(client));
        Assert.Equal("LINEでのお知らせ", Assert.Single(due, d => d.Item.Kind == "consent-end").Item.Of);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConsentDesk>(member, d => d.TakeBack(row.Id)));
    }

    [Fact]
    public async Task The_file_tells_that_the_client_was_asked_declined_and_consented()
    {
        var (member, client) = (await Member(), await Client());
        await Answered(member, client, Consultation, "no");
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await Answered(member, client, Consultation, "yes");
        Assert.Equal<(string, TimelineAuthor, Guid?)>(
        [
            ("同意: 相談と予約", TimelineAuthor.Client, null), ("同意をたずねるページ: 相談と予約", TimelineAuthor.Staff, member.Id),
            ("同意しない返事: 相談と予約", TimelineAuthor.Client, null), ("同意をたずねるページ: 相談と予約", TimelineAuthor.Staff, member.Id),
        ], (await Timeline(client, 10)).Select(e => (e.Title, e.By, e.StaffId)));
        Assert.Contains("専用ページ", (await Timeline(client, 1))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_that_a_colleague_has_open_hears_of_the_page_and_of_the_answer()
    {
        var (member, client) = (await Member(), await Client());
        using var heard = new Heard(oneStop.Services.GetRequiredService<LiveUpdates>(), CasePerson.TopicOf(client));
        await Answered(member, client, Consultation, "no");
        Assert.Equal(2, heard.Count);
    }

    [Fact]
    public async Task The_conversation_of_a_client_with_LINE_tells_that_there_was_an_answer_and_not_which()
    {
        var (member, (client, friend)) = (await Member(), await oneStop.AnAgreedFriend());
        await Answered(member, client, InformationConsent.To, "no");
        var said = await oneStop.Read(db => db.Messages.Where(m => db.Conversations.Any(c => c.Id == m.ConversationId && c.Friend.LineUserId == friend))
            .OrderByDescending(m => m.Id).Select(m => m.Text).FirstAsync());
        Assert.Equal("同意をたずねるページに、答えが届きました", said);
    }

    [Fact]
    public async Task Who_took_the_address_is_in_the_trail_and_the_address_is_stored_nowhere()
    {
        var (member, client) = (await Member(), await Client());
        var (link, path) = await oneStop.AskedFor(member, client, Consultation);
        Assert.True(await oneStop.Read(db => db.AuditEntries.AnyAsync(e => e.Subject == nameof(ClientLink) && e.SubjectId == link.ToString() && e.ActorId == member.Id)));
        var key = path.Split('/')[1];
        Assert.False(await oneStop.Read(db => db.AuditValues.AnyAsync(v => v.After!.Contains(key))));
        await oneStop.WriteLooks();
        Assert.True(await oneStop.Read(db => db.AuditEntries.AnyAsync(e => e.SubjectId == client.ToString() && e.ActorId == member.Id && e.Act == AuditAct.Looked)));
    }

    [Fact]
    public async Task It_goes_along_when_its_client_is_merged_and_ends_when_the_case_is_closed()
    {
        var (manager, member) = (await oneStop.AMember("consent-page-manager", Duty.Manager), await Member());
        var (kept, merged) = (await Client(), await Client());
        var (_, path) = await oneStop.AskedFor(member, merged, Consultation);
        await oneStop.At<MergeDesk, Guid>(manager, d => d.Merge(kept, merged, []));
        await Press(path, "yes");
        Assert.Equal(ConsentWay.Page, Assert.Single(await oneStop.ConsentsOf(member, kept)).Way);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConsentDesk, Guid>(member, d => d.AskOnPage(merged, Consultation.Code)));

        var (_, last) = await oneStop.AskedFor(member, kept, InformationConsent.To);
        await oneStop.At<CaseFileDesk, Guid>(manager, d => d.Close(kept, ClosingReason.Wish, ""));
        using var phone = new ClientTelephone(oneStop, last);
        await phone.Opens();
        Assert.Equal("このページは、もう使えません", phone.Heading);
    }

    /// <summary>A merge brings both: the newer answer hid the page that waited, which could still be answered and let no other be made.</summary>
    [Fact]
    public async Task A_page_that_waits_is_shown_although_another_was_answered_after_it()
    {
        var (manager, member) = (await oneStop.AMember("consent-page-manager", Duty.Manager), await Member());
        var (kept, merged) = (await Client(), await Client());
        var (waiting, _) = await oneStop.AskedFor(member, kept, Consultation);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        var (_, newer) = await oneStop.AskedFor(member, merged, Consultation);
        await oneStop.At<MergeDesk, Guid>(manager, d => d.Merge(kept, merged, []));
        await Press(newer, "no");
        var row = Assert.Single(await oneStop.PagesOf(member, kept));
        Assert.Equal((waiting, ConsentPageStand.Waiting), (row.Id, row.Stand));
        await oneStop.At<ConsentDesk>(member, d => d.WithdrawPage(waiting));
        await oneStop.AskedFor(member, kept, Consultation);
    }

    [Fact]
    public async Task Two_colleagues_who_ask_at_once_make_one_page_and_a_consent_given_at_once_is_one()
    {
        var (member, client) = (await Member(), await Client());
        var asked = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            try
            {
                return await oneStop.At<ConsentDesk, Guid?>(member, async d => await d.AskOnPage(client, Consultation.Code));
            }
            catch (RuleException)
            {
                return null;
            }
        })));
        var link = Assert.Single(asked, a => a is not null);
        using var phone = new ClientTelephone(oneStop, (await oneStop.At<ConsentDesk, CopiedAddress>(member, d => d.CopyPage(link!.Value))).Path);
        await phone.Opens();
        await Task.WhenAll(phone.Consents("yes"), phone.Consents("yes"), Task.Run(Try), Task.Run(Try));
        Assert.Single(await oneStop.ConsentsOf(member, client));

        async Task Try()
        {
            try
            {
                await oneStop.ByWord(member, client, Consultation);
            }
            catch (RuleException)
            {
                // The client was faster.
            }
        }
    }

    private async Task<(Guid Link, string Path)> Answered(StaffMember member, Guid client, ConsentPurpose purpose, string answer)
    {
        var asked = await oneStop.AskedFor(member, client, purpose);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await Press(asked.Path, answer);
        return asked;
    }

    private async Task Press(string path, string answer)
    {
        using var phone = new ClientTelephone(oneStop, path);
        await phone.Opens();
        await phone.Consents(answer);
        Assert.Equal("お返事を受け取りました", phone.Heading);
    }

    private Task<RuleException> Refused(StaffMember member, Guid client, ConsentPurpose purpose) =>
        Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConsentDesk, Guid>(member, d => d.AskOnPage(client, purpose.Code)));

    private Task<IReadOnlyList<TimelineEntry>> Timeline(Guid client, int take) => oneStop.Read(db => oneStop.Services.GetServices<ITimelineSource>()
        .OfType<ConsentTimeline>().Single().Read(db, new(new(client, [], []), oneStop.Clock.GetUtcNow(), take, null, [])));

    private Task<StaffMember> Member() => oneStop.AMember("consent-asker", Duty.Counselor);

    private async Task<Guid> Client() => await oneStop.ACaller(await Member());
}
