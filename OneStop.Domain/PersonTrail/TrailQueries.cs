using OneStop.Domain.Safeguards;

namespace OneStop.Domain.PersonTrail;

/// <summary>Queries over the audit trail.</summary>
internal static class TrailQueries
{
    extension(IQueryable<AuditEntry> entries)
    {
        /// <summary>The entries that concern a person, by any of the person's ids.</summary>
        public IQueryable<AuditEntry> Concerning(IReadOnlyList<Guid> personIds) =>
            entries.Where(e => e.PersonId != null && personIds.Contains(e.PersonId.Value));

        /// <summary>The entries of a kind and of a member of staff.</summary>
        public IQueryable<AuditEntry> Matching(TrailFilter filter)
        {
            var kinds = filter.Kind is { } kind ? ActsOf(kind) : null;
            var kept = kinds is null ? entries : entries.Where(e => kinds.Contains(e.Act));
            return filter.Staff is { } id ? kept.Where(e => e.ActorId == id) : kept;
        }
    }

    private static AuditAct[] ActsOf(TrailKind kind) => kind switch
    {
        TrailKind.Looks => [AuditAct.Looked, AuditAct.Previewed],
        TrailKind.Changes => [AuditAct.Added, AuditAct.Changed, AuditAct.Removed, AuditAct.Erased],
        _ => [AuditAct.Exported],
    };
}
