namespace OneStop.Domain.SupportMeasures;

/// <summary>Queries over measures.</summary>
public static class MeasureQueries
{
    extension(IQueryable<SupportMeasure> measures)
    {
        /// <summary>The measures on offer, or the retired ones.</summary>
        public IQueryable<SupportMeasure> Retired(bool isRetired) =>
            isRetired ? measures.Where(m => m.Retirement != null) : measures.Where(m => m.Retirement == null);

        /// <summary>The four of the specification.</summary>
        public IQueryable<SupportMeasure> TheFour() => measures.Where(m => SupportMeasures.TheFour.Codes.Contains(m.Code));
    }

    extension(IEnumerable<SupportMeasure> measures)
    {
        /// <summary>The four first, then the others by their place.</summary>
        public IEnumerable<SupportMeasure> InOrder() =>
            measures.OrderBy(m => !m.IsOneOfFour).ThenBy(m => m.Wording.Order).ThenBy(m => m.Wording.Name, StringComparer.Ordinal);
    }
}
