namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>加入保険</summary>
public sealed record Insurances(bool Employment, bool Accident, bool Health, bool Pension)
{
    private static readonly string[] None = ["なし", "無", "無し", "加入保険なし"];

    /// <summary>Reads 「雇用・労災・健康・厚生」, 「社会保険完備」, 「なし」.</summary>
    /// <exception cref="RuleException">No insurance is named.</exception>
    public static Insurances Read(string text)
    {
        var plain = Written.Plain(text);
        var all = plain.Contains("社会保険完備", StringComparison.Ordinal) || plain.Contains("社保完備", StringComparison.Ordinal);
        var found = new Insurances(all || Has("雇用"), all || Has("労災"), all || Has("健康"), all || Has("厚生"));
        return found != new Insurances(false, false, false, false) || None.Contains(plain) ? found
            : throw new RuleException($"{Written.Quote(text)}は、加入保険（雇用・労災・健康・厚生）として読めません。");

        bool Has(string name) => plain.Contains(name, StringComparison.Ordinal);
    }
}
