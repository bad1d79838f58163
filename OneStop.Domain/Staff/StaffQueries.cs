namespace OneStop.Domain.Staff;

/// <summary>How staff are found.</summary>
public static class StaffQueries
{
    extension(IQueryable<StaffMember> members)
    {
        /// <summary>Those who work here now.</summary>
        public IQueryable<StaffMember> WorkingHere() => members.Where(m => m.LeftAt == null);
    }
}
