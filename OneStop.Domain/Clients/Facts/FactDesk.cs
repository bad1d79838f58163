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
        return desk.Change(async db =>
        {
            var client = await Standing(db, clientId);
            client.Identify(db.Accept(edit, client, c => c.Identity), desk.Now);
        });
    }

    /// <summary>電話番号: the first number is the one that is called.</summary>
    [DisplayName("電話番号をまとめて書く")]
    [Allowed(Casework = true)]
    public Task SavePhones(Guid clientId, Edit<PhoneFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return desk.Change(async db =>
        {
            var client = await Standing(db, clientId);
            var present = await db.PhonesOf(client);
            db.Call(client, db.Accept(edit, client, _ => present).Checked(desk.Now.JapaneseDate), await db.FurtherOf(clientId), desk.Now);
        });
    }

    [DisplayName("住所を書く")]
    [Allowed(Casework = true)]
    public Task SaveAddress(Guid clientId, Edit<AddressFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save<ClientAddress, AddressFacts>(clientId, edit);
    }

    [DisplayName("連絡のしかたを書く")]
    [Allowed(Casework = true)]
    public Task SaveContact(Guid clientId, Edit<ContactFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save<ClientContact, ContactFacts>(clientId, edit);
    }

    [DisplayName("今の仕事を書く")]
    [Allowed(Casework = true)]
    public Task SaveWork(Guid clientId, Edit<WorkFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save<ClientWork, WorkFacts>(clientId, edit);
    }

    [DisplayName("資格・学歴・パソコンを書く")]
    [Allowed(Casework = true)]
    public Task SaveSkills(Guid clientId, Edit<SkillFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save<ClientSkills, SkillFacts>(clientId, edit);
    }

    [DisplayName("仕事の希望を書く")]
    [Allowed(Casework = true)]
    public Task SaveWishes(Guid clientId, Edit<WishFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save<ClientWishes, WishFacts>(clientId, edit);
    }

    [DisplayName("家族のことを書く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task SaveHousehold(Guid clientId, Edit<HouseholdFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save<ClientHousehold, HouseholdFacts>(clientId, edit);
    }

    [DisplayName("家計と手当を書く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task SaveMoney(Guid clientId, Edit<MoneyFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save<ClientMoney, MoneyFacts>(clientId, edit);
    }

    [DisplayName("健康のことを書く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task SaveHealth(Guid clientId, Edit<HealthFacts> edit)
    {
        desk.MayDo<FactDesk>();
        return Save<ClientHealth, HealthFacts>(clientId, edit);
    }

    /// <summary>Two first saves at once meet in the unique key, and the second is read and judged again.</summary>
    private Task Save<TGroup, TFacts>(Guid clientId, Edit<TFacts> edit)
        where TGroup : FactGroup<TFacts>, new()
        where TFacts : class, IFacts<TFacts>, IEquatable<TFacts>, new() => desk.Change(async db =>
    {
        await Standing(db, clientId);
        var group = await db.Set<TGroup>().SingleOrDefaultAsync(g => g.ClientId == clientId)
            ?? db.Add(FactGroups.Of<TGroup, TFacts>(clientId, desk.Now)).Entity;
        group.Change(db.Accept(edit, group, g => g.Facts), desk.Actor.StaffId, desk.Now);
    });

    private static async Task<Client> Standing(OneStopDb db, Guid clientId)
    {
        var client = await db.Clients.SingleAsync(c => c.Id == clientId);
        return client.MergedIntoId is null ? client : throw new RuleException("この利用者は、ほかの人が統合しました。画面を開き直してください。");
    }

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
            Address = await Of<ClientAddress, AddressFacts>(),
            Contact = await Of<ClientContact, ContactFacts>(),
            Work = await Of<ClientWork, WorkFacts>(),
            Skills = await Of<ClientSkills, SkillFacts>(),
            Wishes = await Of<ClientWishes, WishFacts>(),
            Household = isSupport ? await Of<ClientHousehold, HouseholdFacts>() : null,
            Money = isSupport ? await Of<ClientMoney, MoneyFacts>() : null,
            Health = isSupport ? await Of<ClientHealth, HealthFacts>() : null,
        };

        async Task<TFacts> Of<TGroup, TFacts>()
            where TGroup : FactGroup<TFacts>
            where TFacts : class, IFacts<TFacts>, new() =>
            (await db.Set<TGroup>().AsNoTracking().SingleOrDefaultAsync(g => g.ClientId == clientId))?.Facts ?? new();
    }
}
