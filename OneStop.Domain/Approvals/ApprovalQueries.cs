namespace OneStop.Domain.Approvals;

/// <summary>Queries over approvals.</summary>
public static class ApprovalQueries
{
    extension(IQueryable<Approval> approvals)
    {
        /// <summary>Requests that can still be decided.</summary>
        public IQueryable<Approval> Waiting(DateTimeOffset now) =>
            approvals.Where(a => a.Decision == null && a.Return == null && a.Withdrawal == null && (a.Until == null || a.Until > now));

        /// <summary>Valid approvals.</summary>
        public IQueryable<Approval> InForce(DateTimeOffset now) =>
            approvals.Where(a => a.Decision != null && a.Return == null && a.Withdrawal == null && (a.Until == null || a.Until > now));
    }
}
