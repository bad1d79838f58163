namespace OneStop.Domain.Approvals;

/// <summary>How approvals are found.</summary>
public static class ApprovalQueries
{
    extension(IQueryable<Approval> approvals)
    {
        /// <summary>Those of which can still be decided.</summary>
        public IQueryable<Approval> Waiting(DateTimeOffset now) =>
            approvals.Where(a => a.Decision == null && a.Return == null && a.Withdrawal == null && (a.Until == null || a.Until > now));

        /// <summary>Those that hold.</summary>
        public IQueryable<Approval> InForce(DateTimeOffset now) =>
            approvals.Where(a => a.Decision != null && a.Return == null && a.Withdrawal == null && (a.Until == null || a.Until > now));
    }
}
