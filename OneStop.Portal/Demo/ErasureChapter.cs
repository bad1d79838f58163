using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Consultations;
using OneStop.Domain.Consultations.Vocabulary;
using OneStop.Domain.Data;
using OneStop.Domain.Erasures;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>
/// Wishes for erasure: one by the button in LINE that is still to be received, one that was answered in part, and one of a caller that waits for the
/// approval of the other manager.
/// </summary>
internal sealed class ErasureChapter : IDemoChapter
{
    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(ClientChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (now, manager) = (book.Now, ManagerOf(book));
        var partly = book.Written<Client>().OrderBy(c => c.Number).Last(c => c.FriendId is null);
        var answered = Erasure.Take(1, partly.Id, Wish(IdentityCheck.CallBack, now.AddDays(-21)), manager, now.AddDays(-20));
        answered.Refuse(true, "住所と電話番号を消しました。相談の記録は、支援が続いているため残します。", manager, now.AddDays(-18));
        book.Add(answered);
        return Task.CompletedTask;
    }

    /// <summary>The caller comes after all chapters, because an approval holds only as long as nobody writes about the person.</summary>
    public async Task Finish(OneStopDb db, DemoBook book)
    {
        var (now, manager) = (book.Now, ManagerOf(book));
        var caller = Caller(db, book);
        var waiting = Erasure.Take(2, caller.Id, Wish(IdentityCheck.Known, now.AddDays(-2)) with { Words = "仕事が決まり、もう利用しないそうです。" }, manager, now.AddDays(-1));
        db.Add(waiting);
        await db.SaveChangesAsync(); // the digest is of saved rows
        waiting.AskApproval(1, await db.ErasureDigestOf(waiting), manager, now.AddHours(-20));
    }

    private static Client Caller(OneStopDb db, DemoBook book)
    {
        var (by, came) = (ShiftChapter.Workers(book)[0].Id, ServiceDay.Of(book.Now).AddDays(-28).At(TimeSpan.FromHours(11)));
        var caller = Client.Of(book.Written<Client>().Max(c => c.Number) + 1, null, by, came);
        caller.Identify(new() { FullName = "夏木 ひより", Kana = "なつき ひより" }, came);
        caller.CallAt(PhoneNumber.TryRead("090-0000-1999", out var phone) ? phone : null);
        caller.Answer(Eligibility.Yes, EligibilityQuestion.ReadOut.Rule, came);
        caller.AskErasure(book.Now.AddDays(-2));
        var address = FactGroups.Of<ClientAddress, AddressFacts>(caller.Id, came);
        address.Change(new() { Ward = Ward.Chuo, PostalCode = "8100000", Rest = "架空町 3丁目99" }, by, came);
        var record = Consultation.Draft(caller.Id, null, null, Talk(came, by), by, came.AddHours(1));
        record.Confirm(by, came.AddHours(1));
        db.AddRange(caller, address, record, Consent.To(ConsentPurpose.Consultation, caller.Id, by, came), CaseAssignment.Of(caller.Id, by, by, "", came));
        return caller;
    }

    private static ConsultationContent Talk(DateTimeOffset begin, Guid staffId) => new()
    {
        Method = ConsultationMethod.Phone,
        Begin = begin,
        End = begin.AddMinutes(30),
        Place = "",
        StaffId = staffId,
        Minutes = 30,
        SubjectIds = [StandardVocabulary.All[0].Id],
        Complaint = "求人の探し方を聞きたい。",
        Assessment = "応募先は、ほぼ決まっている。",
        Support = "求人票の見方を説明した。",
        NextStep = "",
        NextStepOn = null,
    };

    private static ErasureWish Wish(IdentityCheck identity, DateTimeOffset at) =>
        new() { Way = ErasureWay.Phone, Identity = identity, AskedOn = at.JapaneseDate };

    /// <summary>The second one: the first is left to approve it.</summary>
    private static Guid ManagerOf(DemoBook book) => book.With(Duty.Manager)[^1];
}
