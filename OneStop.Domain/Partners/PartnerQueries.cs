using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Search;

namespace OneStop.Domain.Partners;

/// <summary>Queries over partners.</summary>
public static class PartnerQueries
{
    /// <summary>The column of <see cref="Partner.Kinds"/>.</summary>
    internal const string Kinds = "kinds";

    extension(IQueryable<Partner> partners)
    {
        /// <summary>The partners that exist.</summary>
        public IQueryable<Partner> StillThere() => partners.Where(p => p.Closing == null);

        /// <summary>The partners whose entry must be checked by an instant.</summary>
        public IQueryable<Partner> DueForCheck(DateTimeOffset by) => partners.StillThere().Where(p => p.CheckDueAt <= by);

        /// <summary>The partners that meet the conditions of a list.</summary>
        public IQueryable<Partner> That(PartnerFilter filter, DateTimeOffset now)
        {
            if (filter.Kind is { } kind)
                partners = partners.Where(p => EF.Property<List<PartnerKind>>(p, Kinds).Contains(kind));
            if (filter.Ward is { } ward)
                partners = partners.Where(p => p.Ward == ward);
            return filter.State switch
            {
                PartnerState.Checked => partners.StillThere().Where(p => p.CheckDueAt > now),
                PartnerState.CheckDue => partners.DueForCheck(now),
                PartnerState.ClosedDown => partners.Where(p => p.Closing != null),
                _ => partners,
            };
        }

        /// <summary>The partners that contain all words of a search.</summary>
        public IQueryable<Partner> Sought(string words) => new FoldedText(words).Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(partners, (found, word) => found.Where(p => p.Folded.Contains(word)));

        /// <summary>Sorts by a column of the list; those that have closed down come last.</summary>
        public IQueryable<Partner> Sorted(string? column, bool isDescending) => (column, isDescending) switch
        {
            ("ward", false) => partners.OrderBy(p => p.Closing != null).ThenBy(p => p.Ward).ThenBy(p => p.Reading),
            ("ward", true) => partners.OrderBy(p => p.Closing != null).ThenByDescending(p => p.Ward).ThenBy(p => p.Reading),
            ("check", false) => partners.OrderBy(p => p.Closing != null).ThenBy(p => p.CheckDueAt).ThenBy(p => p.Reading),
            ("check", true) => partners.OrderBy(p => p.Closing != null).ThenByDescending(p => p.CheckDueAt).ThenBy(p => p.Reading),
            (_, true) => partners.OrderBy(p => p.Closing != null).ThenByDescending(p => p.Reading).ThenBy(p => p.Id),
            _ => partners.OrderBy(p => p.Closing != null).ThenBy(p => p.Reading).ThenBy(p => p.Id),
        };

        /// <summary>Selects the rows of a list.</summary>
        public IQueryable<PartnerRow> ToRows(OneStopDb db) => partners.Select(p => new PartnerRow
        {
            Id = p.Id,
            Name = p.Name,
            Kana = p.Kana,
            Kinds = EF.Property<List<PartnerKind>>(p, Kinds),
            ForWhom = p.ForWhom,
            Hours = p.Hours,
            Phone = p.Phone,
            Ward = p.Ward,
            Address = p.Address,
            WebAddress = p.WebAddress,
            HowToRefer = p.HowToRefer,
            CheckedAt = p.Check == null ? null : p.Check.At,
            CheckedBy = p.Check == null ? null : db.Users.Where(u => u.Id == p.Check.StaffId).Select(u => u.Name).FirstOrDefault(),
            CheckDueAt = p.CheckDueAt,
            IsClosed = p.Closing != null,
            Notes = db.PartnerNotes.Count(n => n.PartnerId == p.Id && n.Withdrawal == null),
        });
    }
}
