using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Partners;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using OneStop.Tests.Partners;

namespace OneStop.Tests.Clients.Files;

/// <summary>The scan of a consent on paper, among the files of the client.</summary>
public sealed class ConsentScanTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly DateOnly Monday = new(2026, 10, 5);

    [Fact]
    public async Task A_consent_on_paper_shows_its_scan_which_then_is_not_removed()
    {
        var (member, client) = (await Member(), await Client());
        var scan = await oneStop.AFile(member, client, "同意書", "同意書.pdf");
        var consent = await Record(client, ConsentWay.Paper, scan);
        var row = await Of(member, client, consent);
        Assert.Equal((true, scan, "同意書.pdf"), (row.HasScan, row.Scan!.FileId, row.Scan.Title));
        Assert.Contains("同意のスキャン", (await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ClientFileDesk>(member, d => d.Remove(scan, "まちがい")))).Message, StringComparison.Ordinal);
        var was = (await oneStop.FilesOf(member, client)).Rows.Single().Wish;
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ClientFileDesk>(member, d => d.Change(scan, new(was, was with { KindId = StandardFileKinds.IdOf("その他") }))));

        Assert.Equal(scan, await Attach(member, consent, null));
        Assert.False((await Of(member, client, consent)).HasScan);
        await oneStop.At<ClientFileDesk>(member, d => d.Remove(scan, "まちがい"));
        await Assert.ThrowsAsync<RuleException>(() => Attach(member, consent, scan)); // it is gone
    }

    [Fact]
    public async Task Only_a_signed_paper_of_this_client_is_a_scan_and_only_of_a_consent_on_paper()
    {
        var (member, client) = (await Member(), await Client());
        var (scan, other, paper) = (await oneStop.AFile(member, client, "同意書"), await oneStop.AFile(member, await Client(), "同意書"), await oneStop.AFile(member, client, "履歴書"));
        foreach (var wrong in (Guid[])[other, paper])
            await Assert.ThrowsAsync<RuleException>(() => Record(client, ConsentWay.Paper, wrong));
        var byWord = await Record(client, ConsentWay.ByWord, scan); // a scan chosen before is left out
        Assert.False((await Of(member, client, byWord)).HasScan);
        await Assert.ThrowsAsync<RuleException>(() => Attach(member, byWord, scan));
        Assert.Equal([scan], (await oneStop.At<ConsentDesk, IReadOnlyList<ConsentScan>>(member, d => d.Scans(client, false))).Select(s => s.FileId));
    }

    [Fact]
    public async Task The_scan_of_a_consent_that_names_a_partner_is_seen_by_support_only()
    {
        var (member, client) = (await Member(), await Client());
        var consent = await Share(member, client);
        var (open, closed) = (await oneStop.AFile(member, client, "同意書"), await oneStop.AFile(member, client, "同意書（関係機関への情報提供）"));
        await Assert.ThrowsAsync<RuleException>(() => Attach(member, consent, open));
        await Attach(member, consent, closed);
        var officer = await oneStop.AMember("scan-officer", Duty.PlacementOfficer);
        var row = await Of(officer, client, consent);
        Assert.Equal((true, null), (row.HasScan, row.Scan));
        await Assert.ThrowsAsync<RuleException>(() => Attach(officer, consent, null)); // what one does not see one does not take off
        Assert.NotNull((await Of(member, client, consent)).Scan);
    }

    private async Task<Guid> Record(Guid client, ConsentWay way, Guid? scan)
    {
        var wish = new ConsentWish(InformationConsent.To.Code, way, Monday, "", ScanId: scan);
        return await oneStop.At<ConsentDesk, Guid>(await Member(), d => d.Record(client, new(wish, wish)));
    }

    /// <summary>A consent that names a partner, made one on paper: no screen records that yet.</summary>
    private async Task<Guid> Share(StaffMember member, Guid client)
    {
        await oneStop.As(member, async services =>
        {
            var partner = await services.GetRequiredService<PartnerDesk>().Save(null, new(PartnerWish.None, PartnerTests.Center with { Name = "みほん債務（架空）" }));
            var desk = services.GetRequiredService<SignpostingDesk>();
            var wish = SignpostingWish.None(Monday) with { PartnerId = partner };
            var step = StepWish.None(SignpostingStage.Signposted, Monday) with { SharesName = true, Agrees = true };
            await desk.Advance(await desk.Begin(client, new(wish, wish)), new(step, step));
        });
        var id = await oneStop.Read(db => db.Consents.Where(c => c.ClientId == client && c.ObjectId != null).Select(c => c.Id).SingleAsync());
        await oneStop.Read(db => db.Database.ExecuteSqlAsync($"UPDATE Consents SET Way = 'Paper' WHERE Id = {id}"));
        return id;
    }

    private Task<Guid?> Attach(StaffMember by, Guid consent, Guid? file) => oneStop.At<ConsentDesk, Guid?>(by, d => d.AttachScan(consent, file));

    private async Task<ConsentRow> Of(StaffMember by, Guid client, Guid consent) =>
        (await oneStop.At<ConsentDesk, IReadOnlyList<ConsentRow>>(by, d => d.Of(client))).Single(c => c.Id == consent);

    private Task<StaffMember> Member() => oneStop.AMember("scan-counselor", Duty.Counselor);

    private async Task<Guid> Client() => await oneStop.AClient(await Member(), "同意書の人");
}
