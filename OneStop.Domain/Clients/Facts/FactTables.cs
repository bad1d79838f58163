using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Facts;

/// <summary>What the mappings of all groups of facts have in common.</summary>
internal static class FactTables
{
    /// <summary>Maps a group: one row for each client.</summary>
    /// <param name="onlySupport">The reason why only support reads it; then the trail holds digests only. Null for a group that others read too.</param>
    public static ComplexPropertyBuilder<TFacts> MapFacts<TGroup, TFacts>(this EntityTypeBuilder<TGroup> group, string? onlySupport = null)
        where TGroup : FactGroup<TFacts>
        where TFacts : class, IFacts<TFacts>, new()
    {
        group.Announces(ClientDesk.Topic);
        group.Versioned();
        if (onlySupport is not null)
            group.OnlyForSupport(onlySupport);
        group.HasOne<Client>().WithMany().HasForeignKey(g => g.ClientId).OnDelete(DeleteBehavior.Restrict);
        group.HasOne<StaffMember>().WithMany().HasForeignKey(g => g.ChangedBy).OnDelete(DeleteBehavior.Restrict);
        group.HasIndex(g => g.ClientId).IsUnique();
        var facts = group.ComplexProperty(g => g.Facts);
        foreach (var fact in typeof(TFacts).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(p => p.CanWrite))
        {
            var column = facts.Property(fact.PropertyType, fact.Name);
            if (fact.PropertyType == typeof(string))
                column.HasMaxLength(FactTexts.Longest);
            if (onlySupport is not null)
                column.DigestInTrail();
        }
        return facts;
    }
}

internal sealed class ClientPhoneTable : IEntityTypeConfiguration<ClientPhone>
{
    public void Configure(EntityTypeBuilder<ClientPhone> phone)
    {
        phone.Announces(ClientDesk.Topic);
        phone.NotInTimeline("shown as a fact beside it; who changed it is in the trail");
        phone.HasOne<Client>().WithMany().HasForeignKey(p => p.ClientId).OnDelete(DeleteBehavior.Restrict);
        phone.Property(p => p.Number).HasMaxLength(20).DigestInTrail();
        phone.Property(p => p.Remark).HasMaxLength(FactTexts.LongestShort);
        phone.HasIndex(p => p.Number);
    }
}

internal sealed class ClientAddressTable : IEntityTypeConfiguration<ClientAddress>
{
    public void Configure(EntityTypeBuilder<ClientAddress> address) => address.MapFacts<ClientAddress, AddressFacts>();
}

internal sealed class ClientContactTable : IEntityTypeConfiguration<ClientContact>
{
    public void Configure(EntityTypeBuilder<ClientContact> contact)
    {
        var facts = contact.MapFacts<ClientContact, ContactFacts>();
        facts.Property(f => f.NoCallDays).HasConversion<JsonListConverter<DayOfWeek>>().HasMaxLength(100);
        facts.Property(f => f.NoCall).HasConversion<JsonListConverter<NoCallHours>>();
    }
}

internal sealed class ClientWorkTable : IEntityTypeConfiguration<ClientWork>
{
    public void Configure(EntityTypeBuilder<ClientWork> work) => work.MapFacts<ClientWork, WorkFacts>();
}

internal sealed class ClientSkillsTable : IEntityTypeConfiguration<ClientSkills>
{
    public void Configure(EntityTypeBuilder<ClientSkills> skills) => skills.MapFacts<ClientSkills, SkillFacts>()
        .Property(f => f.Qualifications).HasConversion<JsonListConverter<Qualification>>();
}

internal sealed class ClientWishesTable : IEntityTypeConfiguration<ClientWishes>
{
    public void Configure(EntityTypeBuilder<ClientWishes> wishes) => wishes.MapFacts<ClientWishes, WishFacts>();
}

internal sealed class ClientHouseholdTable : IEntityTypeConfiguration<ClientHousehold>
{
    public void Configure(EntityTypeBuilder<ClientHousehold> household) =>
        household.MapFacts<ClientHousehold, HouseholdFacts>("the family is not for placement (指針 告示141号)")
            .Property(f => f.Children).HasConversion<JsonListConverter<Child>>();
}

internal sealed class ClientMoneyTable : IEntityTypeConfiguration<ClientMoney>
{
    public void Configure(EntityTypeBuilder<ClientMoney> money) =>
        money.MapFacts<ClientMoney, MoneyFacts>("income of the household, allowances and debts are not for placement (指針 告示141号)");
}

internal sealed class ClientHealthTable : IEntityTypeConfiguration<ClientHealth>
{
    public void Configure(EntityTypeBuilder<ClientHealth> health) =>
        health.MapFacts<ClientHealth, HealthFacts>("health is not for placement (指針 告示141号)");
}
