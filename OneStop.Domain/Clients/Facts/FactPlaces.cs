using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Facts;

/// <summary>Where a group of facts is stored. Whoever writes facts, from a form or from what the client answered, writes them here.</summary>
internal abstract class FactPlace
{
    /// <summary>Returns the facts of a client; empty ones if none are stored.</summary>
    public abstract Task<object> ReadAny(OneStopDb db, Client client);
}

/// <inheritdoc/>
internal abstract class FactPlace<TFacts> : FactPlace where TFacts : class, IFacts<TFacts>, IEquatable<TFacts>, new()
{
    /// <inheritdoc cref="FactPlace.ReadAny"/>
    public abstract Task<TFacts> Read(OneStopDb db, Client client);

    /// <summary>Writes the facts within the caller's save.</summary>
    /// <exception cref="RuleException">A fact is not possible.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    public abstract Task Save(OneStopDb db, Client client, Edit<TFacts> edit, Guid by, DateTimeOffset now);

    public sealed override async Task<object> ReadAny(OneStopDb db, Client client) => await Read(db, client);
}

/// <summary>The places of all groups.</summary>
internal static class FactPlaces
{
    public static FactPlace<IdentityFacts> Identity { get; } = new IdentityPlace();
    public static FactPlace<PhoneFacts> Phones { get; } = new PhonePlace();
    public static FactPlace<AddressFacts> Address { get; } = new GroupPlace<ClientAddress, AddressFacts>();
    public static FactPlace<ContactFacts> Contact { get; } = new GroupPlace<ClientContact, ContactFacts>();
    public static FactPlace<WorkFacts> Work { get; } = new GroupPlace<ClientWork, WorkFacts>();
    public static FactPlace<SkillFacts> Skills { get; } = new GroupPlace<ClientSkills, SkillFacts>();
    public static FactPlace<WishFacts> Wishes { get; } = new GroupPlace<ClientWishes, WishFacts>();
    public static FactPlace<HouseholdFacts> Household { get; } = new GroupPlace<ClientHousehold, HouseholdFacts>();
    public static FactPlace<MoneyFacts> Money { get; } = new GroupPlace<ClientMoney, MoneyFacts>();
    public static FactPlace<HealthFacts> Health { get; } = new GroupPlace<ClientHealth, HealthFacts>();

    extension(OneStopDb db)
    {
        /// <summary>Returns a client whose facts may be written.</summary>
        /// <exception cref="RuleException">The client was merged into another.</exception>
        public async Task<Client> StandingClient(Guid clientId)
        {
            var client = await db.Clients.SingleAsync(c => c.Id == clientId);
            return client.MergedIntoId is null ? client : throw new RuleException("この利用者は、ほかの人が統合しました。画面を開き直してください。");
        }
    }

    /// <summary>本人, in the client's own row.</summary>
    private sealed class IdentityPlace : FactPlace<IdentityFacts>
    {
        public override Task<IdentityFacts> Read(OneStopDb db, Client client) => Task.FromResult(client.Identity);

        public override Task Save(OneStopDb db, Client client, Edit<IdentityFacts> edit, Guid by, DateTimeOffset now)
        {
            client.Identify(db.Accept(edit, client, c => c.Identity), now);
            return Task.CompletedTask;
        }
    }

    /// <summary>電話番号: the first in the client's row, further ones in rows of their own.</summary>
    private sealed class PhonePlace : FactPlace<PhoneFacts>
    {
        public override Task<PhoneFacts> Read(OneStopDb db, Client client) => db.PhonesOf(client);

        public override async Task Save(OneStopDb db, Client client, Edit<PhoneFacts> edit, Guid by, DateTimeOffset now)
        {
            var present = await db.PhonesOf(client);
            db.Call(client, db.Accept(edit, client, _ => present).Checked(now.JapaneseDate), await db.FurtherOf(client.Id), now);
        }
    }

    /// <summary>A group with a row for each client. Two first saves at once meet in the unique key, and the second is read and judged again.</summary>
    private sealed class GroupPlace<TGroup, TFacts> : FactPlace<TFacts>
        where TGroup : FactGroup<TFacts>, new()
        where TFacts : class, IFacts<TFacts>, IEquatable<TFacts>, new()
    {
        public override async Task<TFacts> Read(OneStopDb db, Client client) =>
            (db.Set<TGroup>().Local.FirstOrDefault(g => g.ClientId == client.Id)
                ?? await db.Set<TGroup>().AsNoTracking().SingleOrDefaultAsync(g => g.ClientId == client.Id))?.Facts ?? new();

        public override async Task Save(OneStopDb db, Client client, Edit<TFacts> edit, Guid by, DateTimeOffset now)
        {
            var group = db.Set<TGroup>().Local.FirstOrDefault(g => g.ClientId == client.Id)
                ?? await db.Set<TGroup>().SingleOrDefaultAsync(g => g.ClientId == client.Id)
                ?? db.Add(FactGroups.Of<TGroup, TFacts>(client.Id, now)).Entity;
            group.Change(db.Accept(edit, group, g => g.Facts), by, now);
        }
    }
}
