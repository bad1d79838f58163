using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Files;

/// <summary>書類: kinds, editions, removal and its end, whom a file exists for, and what becomes of it in a merge.</summary>
public sealed class ClientFileTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData("給付金の書類", false)]
    [InlineData("家計・手当の書類", false)]
    [InlineData("健康の書類", false)]
    [InlineData("本人確認の書類", false)]
    [InlineData("履歴書", true)]
    [InlineData("その他", true)]
    public async Task What_only_support_may_know_does_not_exist_for_placement(string kind, bool isSeen)
    {
        var (member, client) = (await Member(), await Client());
        var file = await oneStop.AFile(member, client, kind, "家計のひみつ.pdf");
        foreach (var duty in Enum.GetValues<Duty>().Where(d => d.SeesPeople))
        {
            var reader = await oneStop.AMember($"file-{duty}", duty);
            var sees = isSeen || duty.SeesSupport;
            Assert.Equal((duty, sees), (duty, (await oneStop.FilesOf(reader, client)).Rows.Any(f => f.Id == file)));
            Assert.Equal((duty, sees), (duty, await oneStop.At<ClientFileDesk, ClientFileRow?>(reader, d => d.Find(client, file)) is not null));
            var saved = await oneStop.At<ClientFileDesk, OpenedFile?>(reader, d => d.Take(file));
            await using (saved?.Bytes)
                Assert.Equal((duty, sees), (duty, saved is not null));
            Assert.Equal((duty, sees), (duty, (await oneStop.At<ClientFileDesk, IReadOnlyList<ClientFileKindRow>>(reader, d => d.Kinds())).Any(k => k.Name == kind)));
        }
    }

    [Fact]
    public async Task Who_only_places_people_neither_files_nor_brings_back_what_only_support_may_know()
    {
        var (member, client) = (await Member(), await Client());
        var officer = await oneStop.AMember("file-officer", Duty.PlacementOfficer);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.AFile(officer, client, "健康の書類"));
        var file = await oneStop.AFile(member, client, "健康の書類");
        await Assert.ThrowsAsync<RuleException>(() => Remove(officer, file));
        await Remove(member, file);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ClientFileDesk>(officer, d => d.BringBack(file)));
    }

    [Fact]
    public async Task Filed_under_another_kind_it_is_hidden_with_all_its_editions()
    {
        var (member, client) = (await Member(), await Client());
        var officer = await oneStop.AMember("file-officer", Duty.PlacementOfficer);
        var first = await oneStop.AFile(member, client, "その他", "明細.pdf");
        var second = await Replace(member, first, "明細2.pdf");
        var was = (await oneStop.FilesOf(officer, client)).Rows.Single().Wish;
        var edit = new Edit<ClientFileWish>(was, was with { KindId = StandardFileKinds.IdOf("家計・手当の書類"), Title = "明細（11月）" });
        Assert.Equal("明細（11月）.pdf", (await oneStop.At<ClientFileDesk, ClientFileWish>(member, d => d.Change(second, edit))).Title);
        Assert.Empty((await oneStop.FilesOf(officer, client)).Rows);
        Assert.Null(await oneStop.At<ClientFileDesk, ClientFileRow?>(officer, d => d.Find(client, first)));
        Assert.Equal(2, 1 + (await oneStop.FilesOf(member, client)).Rows.Single().Earlier.Count);
    }

    [Fact]
    public async Task A_newer_edition_replaces_the_one_before_which_is_there_again_when_it_is_removed()
    {
        var (member, client) = (await Member(), await Client());
        var first = await oneStop.AFile(member, client, "履歴書", "履歴書1.pdf");
        var second = await Replace(member, first, "履歴書2.pdf");
        var third = await Replace(member, first, "履歴書3.pdf"); // of an earlier edition too it is the newest
        var row = Assert.Single((await oneStop.FilesOf(member, client)).Rows);
        Assert.Equal((third, 3), (row.Id, row.Edition));
        Assert.Equal([second, first], row.Earlier.Select(e => e.Id));

        await Remove(member, third);
        Assert.Equal(second, Assert.Single((await oneStop.FilesOf(member, client)).Rows).Id);
        await oneStop.At<ClientFileDesk>(member, d => d.BringBack(third));
        Assert.Equal(third, Assert.Single((await oneStop.FilesOf(member, client)).Rows).Id);
    }

    [Fact]
    public async Task Removed_for_a_reason_it_opens_for_nobody_and_after_a_week_its_bytes_and_words_are_erased()
    {
        var (member, client) = (await Member(), await Client());
        var file = await oneStop.AFile(member, client, "資格・免許の証明", "合格証.png", SomeFile.Png(), hasPreview: true);
        var names = await oneStop.Read(db => db.ClientFiles.Where(f => f.Id == file).Select(f => new { f.Contents!.StorageName, Small = f.Preview!.StorageName }).SingleAsync());
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ClientFileDesk>(member, d => d.Remove(file, " ")));
        await Remove(member, file);
        Assert.Null(await oneStop.At<ClientFileDesk, OpenedFile?>(member, d => d.Take(file)));
        Assert.Null(await oneStop.At<ClientFileDesk, OpenedFile?>(member, d => d.OpenPreview(file)));
        Assert.Equal("別の人のだった", (await oneStop.FilesOf(member, client, ClientFileFilter.First with { IsRemoved = true })).Rows.Single().Removal!.Reason);

        oneStop.Clock.Advance(ClientFile.KeptAfterRemoval - TimeSpan.FromMinutes(1));
        await Sweep();
        Assert.True(IsStored(names.StorageName));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ClientFileDesk>(member, d => d.BringBack(file)));
        await Sweep();
        Assert.False(IsStored(names.StorageName) || IsStored(names.Small));
        var left = (await oneStop.FilesOf(member, client, ClientFileFilter.First with { IsRemoved = true })).Rows.Single();
        Assert.Equal(("", "（消去した書類）", null), (left.Wish.Title, left.Title, left.Removal!.Until));
    }

    [Fact]
    public async Task The_list_is_sought_by_kind_and_words_and_comes_in_parts()
    {
        var (member, client) = (await Member(), await Client());
        for (var n = 0; n < 12; n++)
            await oneStop.AFile(member, client, n < 9 ? "求人票" : "その他", $"書類その{n}.pdf");
        var first = await oneStop.FilesOf(member, client);
        Assert.Equal((10, 12, 12), (first.Rows.Count, first.Total, first.All));
        Assert.Equal([("求人票", 9), ("その他", 3)], first.Kinds.Select(k => (k.Kind, k.Count)));
        Assert.Equal(3, (await oneStop.FilesOf(member, client, new(StandardFileKinds.IdOf("その他"), "", false, 10))).Total);
        Assert.Equal(["書類その11.pdf"], (await oneStop.FilesOf(member, client, new(null, "ソノ１１", false, 10))).Rows.Select(f => f.Title)); // whatever is typed
    }

    [Fact]
    public async Task The_chosen_kind_stays_among_the_choices_when_its_last_file_is_removed()
    {
        var (member, client) = (await Member(), await Client());
        var file = await oneStop.AFile(member, client, "履歴書");
        await oneStop.AFile(member, client, "求人票");
        var filter = ClientFileFilter.First with { KindId = StandardFileKinds.IdOf("履歴書") };
        await Remove(member, file);
        Assert.Equal([("求人票", 1), ("履歴書", 0)], await Kinds(filter));
        Assert.Equal([("履歴書", 1)], await Kinds(filter with { IsRemoved = true }));

        async Task<IEnumerable<(string, int)>> Kinds(ClientFileFilter under) => (await oneStop.FilesOf(member, client, under)).Kinds.Select(k => (k.Kind, k.Count));
    }

    [Fact]
    public async Task An_edition_added_while_its_document_is_hidden_is_hidden_with_it()
    {
        var (member, client) = (await Member(), await Client());
        for (var n = 0; n < 12; n++)
        {
            var file = await oneStop.AFile(member, client, "その他", $"明細{n}.pdf");
            var was = new ClientFileWish($"明細{n}.pdf", StandardFileKinds.IdOf("その他"), null, "");
            await Task.WhenAll(Task.Run(() => Replace(member, file, "明細.pdf")), Task.Run(() => oneStop.At<ClientFileDesk, ClientFileWish>(member,
                d => d.Change(file, new(was, was with { KindId = StandardFileKinds.IdOf("家計・手当の書類") })))));
        }
        Assert.Equal(24, await oneStop.Read(db => db.ClientFiles.CountAsync(f => f.ClientId == client && f.IsForSupport)));
    }

    [Fact]
    public async Task The_kinds_of_scans_of_consents_stay_in_use()
    {
        var manager = await oneStop.AMember("file-manager", Duty.Manager);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ClientFileKindDesk>(manager, d => d.Retire(StandardFileKinds.IdOf("同意書"), true)));
        await oneStop.At<ClientFileKindDesk>(manager, d => d.Retire(StandardFileKinds.IdOf("求人票"), true));
        await oneStop.At<ClientFileKindDesk>(manager, d => d.Retire(StandardFileKinds.IdOf("求人票"), false));
    }

    [Theory]
    [InlineData("../../etc/求人\u202Efdp.exe", "_.._etc_求人fdp_exe.pdf")]
    [InlineData("履歴書", "履歴書.pdf")]
    public async Task A_title_is_a_clean_name_with_the_extension_of_the_type(string title, string shown)
    {
        var (member, client) = (await Member(), await Client());
        await oneStop.AFile(member, client, "履歴書", title);
        Assert.Equal(shown, (await oneStop.FilesOf(member, client)).Rows.Single().Title);
    }

    [Fact]
    public async Task The_course_tells_of_adding_replacing_and_removing_to_those_who_may_know()
    {
        var (member, client) = (await Member(), await Client());
        var first = await oneStop.AFile(member, client, "給付金の書類", "申請書.pdf");
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await Replace(member, first, "申請書2.pdf");
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await Remove(member, second);
        var entries = await oneStop.Read(db => Course(db, client));
        Assert.Equal([("書類を削除: 給付金の書類　申請書2.pdf", null), ("書類を差し替え: 給付金の書類　申請書2.pdf", null), ("書類: 給付金の書類　申請書.pdf", $"/clients/{client}?file={first}")],
            entries.Select(e => (e.Title, e.Link)));
        var officer = await oneStop.AMember("file-officer", Duty.PlacementOfficer);
        Assert.Empty(await oneStop.As(officer, async s =>
        {
            await using var db = await s.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
            return await Course(db, client);
        }));
    }

    [Fact]
    public async Task Looking_is_recorded_once_and_saving_each_time()
    {
        var (member, client) = (await Member(), await Client());
        var file = await oneStop.AFile(member, client, "履歴書");
        for (var n = 0; n < 2; n++)
        {
            await using (var shown = (await oneStop.At<ClientFileDesk, OpenedFile?>(member, d => d.Open(file, ClientFileView.Pdf)))!.Bytes) { }
            await using (var saved = (await oneStop.At<ClientFileDesk, OpenedFile?>(member, d => d.Take(file)))!.Bytes) { }
        }
        Assert.Null(await oneStop.At<ClientFileDesk, OpenedFile?>(member, d => d.Open(file, ClientFileView.Picture))); // it is none
        var acts = await oneStop.Read(db => db.AuditEntries.Where(e => e.Subject == nameof(ClientFile) && e.SubjectId == file.ToString() && e.PersonId == client)
            .GroupBy(e => e.Act).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        Assert.Equal((1, 2), (acts[AuditAct.Looked], acts[AuditAct.Exported]));
        Assert.True((await oneStop.VerifyTrail()).IsWhole);
    }

    [Fact]
    public async Task In_a_merge_the_files_go_along_and_come_back()
    {
        var (member, kept, merged) = (await Member(), await Client(), await Client());
        var mine = await oneStop.AFile(member, kept, "履歴書", "残る人.pdf");
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        var theirs = await oneStop.AFile(member, merged, "給付金の書類", "移る人.pdf");
        var edition = await Replace(member, theirs, "移る人2.pdf");
        var merge = await oneStop.At<MergeDesk, Guid>(member, d => d.Merge(kept, merged, []));
        var rows = (await oneStop.FilesOf(member, kept)).Rows;
        Assert.Equal([edition, mine], rows.Select(f => f.Id));
        Assert.Equal(theirs, rows[0].Earlier.Single().Id);
        var late = await oneStop.AFile(member, merged, "その他", "遅れて.pdf"); // from a window that was open before
        Assert.Contains(late, (await oneStop.FilesOf(member, kept)).Rows.Select(f => f.Id));
        await oneStop.At<MergeDesk, int>(member, d => d.Undo(merge));
        Assert.Equal([edition], (await oneStop.FilesOf(member, merged)).Rows.Select(f => f.Id));
    }

    [Fact]
    public async Task The_backup_and_the_sweep_after_a_kill_know_every_file_of_every_table()
    {
        var (member, client) = (await Member(), await Client());
        var file = await oneStop.AFile(member, client, "資格・免許の証明", "合格証.png", SomeFile.Png(), hasPreview: true);
        var (contents, preview) = await oneStop.Read(async db => await db.ClientFiles.SingleAsync(f => f.Id == file) is var f ? (f.Contents!, f.Preview!) : default);
        Assert.Empty(new[] { contents.StorageName, preview.StorageName }.Except(await oneStop.Read(db => db.AllStorageNames())));
        Assert.True(await oneStop.Read(db => db.Names(preview.StorageName)));
        Assert.False(await oneStop.Read(db => db.Names(new('0', 32))));
    }

    private static Task<IReadOnlyList<TimelineEntry>> Course(OneStopDb db, Guid client) => new ClientFileTimeline().Read(db,
        new(new(client, [], []), DateTimeOffset.MaxValue, 10, null, []));

    private bool IsStored(string name)
    {
        using var bytes = oneStop.Services.GetRequiredService<FileStore>().Open(name);
        return bytes is not null;
    }

    private async Task Sweep()
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await scope.ServiceProvider.GetRequiredService<ClientFileDesk>().Sweep();
    }

    private async Task<Guid> Replace(StaffMember by, Guid file, string title)
    {
        var added = new NewClientFile(await oneStop.Stored(SomeFile.Pdf), null);
        return await oneStop.At<ClientFileDesk, Guid>(by, d => d.Replace(file, new(title, Guid.Empty, null, ""), added));
    }

    private Task Remove(StaffMember by, Guid file) => oneStop.At<ClientFileDesk>(by, d => d.Remove(file, "別の人のだった"));

    private Task<StaffMember> Member() => oneStop.AMember("file-counselor", Duty.Counselor);

    private async Task<Guid> Client() => await oneStop.AClient(await Member(), "書類の人");
}
