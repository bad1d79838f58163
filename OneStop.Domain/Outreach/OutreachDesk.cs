using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Employers;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Outreach;

/// <summary>A contact as shown.</summary>
/// <param name="With">Who was spoken to; empty if nobody is named.</param>
/// <param name="By">The name of who wrote it.</param>
public sealed record ContactRow(Guid Id, ContactKind Kind, ContactResult Result, DateTimeOffset At, string With, string Words, EmployerCourse After,
    Guid StaffId, string By, DateTimeOffset EnteredAt);

/// <summary>開拓の接触の窓口: writes down who was in contact with an employer, and what is next (仕様書 7(2)④).</summary>
[DisplayName("開拓の接触")]
public sealed class OutreachDesk(DeskContext desk)
{
    /// <summary>Returns a page of an employer's contacts that count, the latest first.</summary>
    [DisplayName("求人事業者との接触を見る")]
    [Allowed(Duty.OutreachOfficer, Casework = true)]
    public async Task<ListPart<ContactRow>> Of(Guid employerId, int page = 1)
    {
        desk.MayDo<OutreachDesk>();
        await using var db = await desk.Read();
        var contacts = from c in db.OutreachContacts.AsNoTracking().Counting()
                       where c.EmployerId == employerId
                       join s in db.Users on c.StaffId equals s.Id
                       join p in db.EmployerPeople on c.PersonId equals (Guid?)p.Id into people
                       from p in people.DefaultIfEmpty()
                       orderby c.At descending, c.EnteredAt descending, c.Id descending
                       select new { Contact = c, By = s.Name, Person = p == null ? null : p.Name };
        return (await contacts.ToPart(page)).Select(c => new ContactRow(c.Contact.Id, c.Contact.Kind, c.Contact.Result, c.Contact.At,
            c.Person ?? c.Contact.With, c.Contact.Words, c.Contact.After, c.Contact.StaffId, c.By, c.Contact.EnteredAt));
    }

    /// <summary>Writes a contact down and moves the employer on with it. What a colleague has moved since the form was opened is not overwritten.</summary>
    /// <returns>Its id, for undoing.</returns>
    /// <exception cref="RuleException">See <see cref="OutreachContact.Of"/>.</exception>
    /// <exception cref="ConflictException{T}">A colleague has moved the employer meanwhile.</exception>
    [DisplayName("求人事業者との接触を書く")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<Guid> Write(Guid employerId, Edit<OutreachWish> edit)
    {
        desk.MayDo<OutreachDesk>();
        return desk.Create(edit.Key, async db =>
        {
            var employer = await db.Employers.SingleAsync(e => e.Id == employerId);
            EmployerDesk.RefuseMerged(employer);
            db.Accept(new Edit<EmployerCourse>(edit.Wish.Seen, edit.Wish.Seen), employer, e => e.Course);
            if (edit.Wish.PersonId is { } person && !await db.EmployerPeople.AnyAsync(p => p.Id == person && p.EmployerId == employerId))
                throw new RuleException("この事業者の担当者を選んでください。", nameof(OutreachWish.PersonId));
            var contact = OutreachContact.Of(employer, edit.Wish, desk.Actor.StaffId, desk.Now);
            if (employer.LastContactAt is not { } last || last < contact.At)
                employer.Met(contact.At);
            return db.OutreachContacts.Add(contact).Entity.Id;
        });
    }

    /// <summary>Takes a contact back. The employer goes back to where it was, unless it was moved since.</summary>
    /// <returns>Whether the employer went back.</returns>
    /// <exception cref="RuleException">Somebody else wrote it, and the actor is no manager.</exception>
    [DisplayName("求人事業者との接触を取り消す")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<bool> Annul(Guid contactId)
    {
        desk.MayDo<OutreachDesk>();
        return Set(contactId, new(desk.Now, desk.Actor.StaffId), c => (c.After, c.Before));
    }

    /// <summary>Lets a contact count again that was taken back.</summary>
    /// <returns>Whether the employer went where the contact had moved it.</returns>
    /// <exception cref="RuleException">Somebody else wrote it, and the actor is no manager.</exception>
    [DisplayName("取り消した接触を戻す")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<bool> Restore(Guid contactId)
    {
        desk.MayDo<OutreachDesk>();
        return Set(contactId, null, c => (c.Before, c.After));
    }

    private Task<bool> Set(Guid contactId, ContactAnnulment? annulment, Func<OutreachContact, (EmployerCourse From, EmployerCourse To)> way) =>
        desk.Change(db => Set(db, contactId, annulment, way));

    private async Task<bool> Set(OneStopDb db, Guid contactId, ContactAnnulment? annulment,
        Func<OutreachContact, (EmployerCourse From, EmployerCourse To)> way)
    {
        var contact = await db.OutreachContacts.SingleAsync(c => c.Id == contactId);
        if (contact.StaffId != desk.Actor.StaffId && !desk.Actor.Duties.Contains(Duty.Manager))
            throw new RuleException("ほかの人が書いた接触は、書いた人か業務責任者が取り消せます。");
        contact.Annul(annulment);
        var employer = await db.Employers.SingleAsync(e => e.Id == contact.EmployerId);
        var others = db.OutreachContacts.Counting().Where(c => c.EmployerId == employer.Id && c.Id != contactId);
        var last = await others.MaxAsync(c => (DateTimeOffset?)c.At);
        employer.Met(annulment is null && (last is null || last < contact.At) ? contact.At : last);
        var (from, to) = way(contact);
        if (employer.Course != from)
            return from == to;
        employer.PutBack(to);
        return true;
    }
}

/// <summary>Queries over contacts.</summary>
internal static class OutreachQueries
{
    extension(IQueryable<OutreachContact> contacts)
    {
        /// <summary>The contacts that were not taken back.</summary>
        public IQueryable<OutreachContact> Counting() => contacts.Where(c => c.Annulment == null);
    }
}
