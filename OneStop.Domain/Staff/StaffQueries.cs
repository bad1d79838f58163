namespace OneStop.Domain.Staff;

/// <summary>Queries over staff.</summary>
public static class StaffQueries
{
    extension(IQueryable<StaffMember> members)
    {
        /// <summary>The people who work here now.</summary>
        public IQueryable<StaffMember> WorkingHere() => members.Where(m => m.LeftAt == null);
    }
}
