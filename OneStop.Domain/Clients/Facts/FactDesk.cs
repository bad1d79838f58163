using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Facts;

/// <summary>聞き取りの窓口: facts about a client, in groups by purpose. Each group is edited by itself.</summary>
[DisplayName("利用者の聞き取り")]
public sealed class FactDesk(DeskContext desk)
{
    /// <summary>Returns the facts that the actor may see and records the look; null if there is no such client.</summary>
    [DisplayName("聞き取りの内容を見る")]
    [Allowed(Casework = true)]
    public Task<FactsView?> Open(Guid clientId)
    {
        desk.MayDo<FactDesk>();
        return desk.Open(db => Read(db, clientId), _ => OpenedRecord.Client(clientId));
    }

    /// <summary>Returns the telephone numbers and records the look; null if there is no such client.</summary>
    [DisplayName("電話番号をすべて表示する")]
    [Allowed(Casework = true)]
    public Task<PhoneFacts?> PhonesOf(Guid clientId)
    {
        desk.MayDo<FactDesk>();
        return desk.Open(async db => await db.Clients.SingleOrDefaultAsync(c => c.Id == clientId) is { } client ? await db.PhonesOf(client) : null,
            _ => OpenedRecord.Client(clientId, nameof(PhoneNumber)));
    }

    /// <summary>本人: name, reading, date of birth.</summary>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile; so for all groups.</exception>
    [DisplayName("本人のことを書く")]
    [Allowed(Casework = true)]
    public Task SaveIdentity(Guid clientId, Edit<IdentityFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save(FactPlaces.Identity, clientId, edit);
    }

    /// <summary>電話番号: the first number is the one that is called.</summary>
    [DisplayName("電話番号をまとめて書く")]
    [Allowed(Casework = true)]
    public Task SavePhones(Guid clientId, Edit<PhoneFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save(FactPlaces.Phones, clientId, edit);
    }

    [DisplayName("住所を書く")]
    [Allowed(Casework = true)]
    public Task SaveAddress(Guid clientId, Edit<AddressFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save(FactPlaces.Address, clientId, edit);
    }

    [DisplayName("連絡のしかたを書く")]
    [Allowed(Casework = true)]
    public Task SaveContact(Guid clientId, Edit<ContactFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save(FactPlaces.Contact, clientId, edit);
    }

    [DisplayName("今の仕事を書く")]
    [Allowed(Casework = true)]
    public Task SaveWork(Guid clientId, Edit<WorkFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save(FactPlaces.Work, clientId, edit);
    }

    [DisplayName("資格・学歴・パソコンを書く")]
    [Allowed(Casework = true)]
    public Task SaveSkills(Guid clientId, Edit<SkillFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save(FactPlaces.Skills, clientId, edit);
    }

    [DisplayName("仕事の希望を書く")]
    [Allowed(Casework = true)]
    public Task SaveWishes(Guid clientId, Edit<WishFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save(FactPlaces.Wishes, clientId, edit);
    }

    [DisplayName("家族のことを書く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task SaveHousehold(Guid clientId, Edit<HouseholdFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save(FactPlaces.Household, clientId, edit);
    }

    [DisplayName("家計と手当を書く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task SaveMoney(Guid clientId, Edit<MoneyFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save(FactPlaces.Money, clientId, edit);
    }

    [DisplayName("健康のことを書く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task SaveHealth(Guid clientId, Edit<HealthFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save(FactPlaces.Health, clientId, edit);
    }

    private Task Save<TFacts>(FactPlace<TFacts> place, Guid clientId, Edit<TFacts> edit)
        where TFacts : class, IFacts<TFacts>, IEquatable<TFacts>, new() =>
        desk.Change(async db => await place.Save(db, await db.StandingClient(clientId), edit, desk.Actor.StaffId, desk.Now));

    private async Task<FactsView?> Read(OneStopDb db, Guid clientId)
    {
        if (await db.Clients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == clientId) is not { } client)
            return null;
        var isSupport = desk.Actor.SeesSupport;
        return new()
        {
            ClientId = clientId,
            ConversationId = await db.Conversations.Where(t => t.FriendId == client.FriendId).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(),
            Identity = client.Identity,
            PhoneEnds = [.. (await db.PhonesOf(client)).Lines.Select(l => l with { Number = l.Number[^4..] })],
            Address = await FactPlaces.Address.Read(db, client),
            Contact = await FactPlaces.Contact.Read(db, client),
            Work = await FactPlaces.Work.Read(db, client),
            Skills = await FactPlaces.Skills.Read(db, client),
            Wishes = await FactPlaces.Wishes.Read(db, client),
            Household = isSupport ? await FactPlaces.Household.Read(db, client) : null,
            Money = isSupport ? await FactPlaces.Money.Read(db, client) : null,
            Health = isSupport ? await FactPlaces.Health.Read(db, client) : null,
        };
    }
}
