using OneStop.Domain.Clients.Facts;
using OneStop.Domain.SupportPrograms.Assessment;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>Finds a fact in words by its field.</summary>
internal static class CarriedWords
{
    extension(CarriedFacts carried)
    {
        /// <summary>Returns a fact as it was carried over; empty if it was not known.</summary>
        public string Said<TFacts>(FactPurpose purpose, string field) =>
            Find<TFacts>(carried.Groups.Where(g => g.Purpose == purpose).SelectMany(g => g.Rows), field);
    }

    extension(IEnumerable<FactSection> sections)
    {
        /// <summary>Returns a fact of the file; empty if it is not known.</summary>
        public string Said<TFacts>(FactPurpose purpose, string field) => Find<TFacts>(sections.Where(s => s.Purpose == purpose).SelectMany(s => s.Rows), field);
    }

    private static string Find<TFacts>(IEnumerable<FactRow> rows, string field)
    {
        var label = FactWords.LabelOf(typeof(TFacts).GetProperty(field)!);
        return rows.FirstOrDefault(r => r.Label == label)?.Words ?? "";
    }
}
