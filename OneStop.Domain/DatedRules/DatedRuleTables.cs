using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.DatedRules;

internal sealed class DatedRuleTable : IEntityTypeConfiguration<DatedRule>
{
    internal const string FirstRowsOmitted = "the first rows come with the program; what managers set is recorded";
    internal const string NobodyIn = "rules of law and of the City";
    internal const string ForOutreach = "openings are checked by them; rules of law and of the City";

    public void Configure(EntityTypeBuilder<DatedRule> rule)
    {
        rule.Announces(RuleDesk.Topic);
        rule.OpenTo([Duty.OutreachOfficer], ForOutreach);
        rule.ConcernsNobody(NobodyIn);
        rule.OnlyStaffInTrail(FirstRowsOmitted);
        rule.Property(r => r.Code).HasMaxLength(DatedRule.LongestCode);
        rule.Property(r => r.Name).HasMaxLength(DatedRule.LongestName);
        rule.Property(r => r.Unit).HasMaxLength(DatedRule.LongestUnit);
        rule.HasIndex(r => r.Code).IsUnique();
        rule.HasIndex(r => r.Name).IsUnique();
    }
}

internal sealed class RuleValueTable : IEntityTypeConfiguration<RuleValue>
{
    public void Configure(EntityTypeBuilder<RuleValue> value)
    {
        value.Announces(RuleDesk.Topic);
        value.OpenTo([Duty.OutreachOfficer], DatedRuleTable.ForOutreach);
        value.ConcernsNobody(DatedRuleTable.NobodyIn);
        value.OnlyStaffInTrail(DatedRuleTable.FirstRowsOmitted);
        value.Property(v => v.Value).HasMaxLength(RuleValue.LongestText);
        value.ComplexProperty(v => v.Source, RuleCheckTable.MapSource);
        value.HasDateOfEffect(v => v.RuleId);
        value.HasOne<DatedRule>().WithMany().HasForeignKey(v => v.RuleId).OnDelete(DeleteBehavior.Restrict);
        value.HasOne<StaffMember>().WithMany().HasForeignKey(v => v.SetBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RuleCheckTable : IEntityTypeConfiguration<RuleCheck>
{
    public void Configure(EntityTypeBuilder<RuleCheck> check)
    {
        check.Announces(RuleDesk.Topic);
        check.OpenTo([Duty.OutreachOfficer], DatedRuleTable.ForOutreach);
        check.ConcernsNobody(DatedRuleTable.NobodyIn);
        check.OnlyStaffInTrail(DatedRuleTable.FirstRowsOmitted);
        check.ComplexProperty(c => c.Source, MapSource);
        check.HasIndex(c => new { c.ValueId, c.At });
        check.HasOne<RuleValue>().WithMany().HasForeignKey(c => c.ValueId).OnDelete(DeleteBehavior.Cascade);
        check.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
    }

    internal static void MapSource(ComplexPropertyBuilder<RuleSource> source)
    {
        source.Property(s => s.Words).HasMaxLength(RuleValue.LongestSource);
        source.Property(s => s.Address).HasMaxLength(RuleValue.LongestAddress);
    }
}
