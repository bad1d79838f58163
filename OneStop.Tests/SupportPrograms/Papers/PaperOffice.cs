using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Partners;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Papers;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms.Papers;

/// <summary>An office that makes papers of programs.</summary>
internal static class PaperOffice
{
    private static readonly PartnerWish Office = new("中央区 子育て支援課（架空）", "ちゅうおうく", [PartnerKind.WardOffice], "", "", "", null, "", "", "", "");

    extension(TestOneStop oneStop)
    {
        /// <summary>Enters a partner.</summary>
        public Task<Guid> APartner(StaffMember by, string? name = null, params PartnerKind[] kinds) => oneStop.At<PartnerDesk, Guid>(by, d =>
            d.Save(null, new(PartnerWish.None, Office with { Name = name ?? Office.Name, Kinds = kinds.Length > 0 ? [.. kinds] : Office.Kinds })));

        /// <summary>Records the consent that a partner is told the name.</summary>
        public Task<Guid> Shares(Guid client, Guid partner) => oneStop.Read(async db =>
        {
            var consent = db.Add(Consent.To(SharingConsent.To, client, null, oneStop.Clock.GetUtcNow(), new(ConsentWay.LineButton, About: new(partner, "窓口")))).Entity;
            await db.SaveChangesAsync();
            return consent.Id;
        });

        /// <summary>Withdraws a consent.</summary>
        public Task Withdraw(StaffMember by, Guid consent) => oneStop.Read(async db =>
        {
            (await db.Consents.FindAsync(consent))!.Withdraw(oneStop.Clock.GetUtcNow(), by.Id);
            return await db.SaveChangesAsync();
        });

        /// <summary>Returns why the record of a consent stays; null if nothing rests on it.</summary>
        public Task<string?> WhyKept(Guid consent) => oneStop.Read(async db => await oneStop.Services.GetServices<IHoldsConsents>().Single()
            .WhyKept(db, await db.Consents.SingleAsync(c => c.Id == consent), oneStop.Clock.GetUtcNow()));

        /// <summary>Writes the name, birth date and address of a client.</summary>
        public Task KnowsWho(StaffMember by, Guid client, string name = "博多 花子", int birthYear = 1990) => oneStop.At<FactDesk>(by, async desk =>
        {
            await desk.SaveIdentity(client, new(new(), new() { FullName = name, Kana = "はかた はなこ", BirthDate = new(birthYear, 4, 1) }));
            await desk.SaveAddress(client, new(new(), new() { Ward = Ward.Chuo, Rest = "天神1-1-1" }));
        });

        /// <summary>Opens the papers of a program.</summary>
        public async Task<PapersView> Papers(StaffMember by, Guid program, int? edition = null) =>
            (await oneStop.At<ProgramPaperDesk, PapersView?>(by, d => d.Open(program, edition)))!;

        /// <summary>Registers a paper for an office.</summary>
        public async Task<Guid> Registered(StaffMember by, Guid program, Guid partner)
        {
            var version = (await oneStop.Papers(by, program)).VersionId;
            return await oneStop.At<ProgramPaperDesk, Guid>(by, d => d.Register(version, partner, new(PaperFormat.Pdf, new('a', 64), null)));
        }
    }
}
