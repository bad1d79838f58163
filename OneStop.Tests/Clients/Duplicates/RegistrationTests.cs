using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Duplicates;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Duplicates;

/// <summary>Nobody is registered twice: clients are searched for before they are created.</summary>
public sealed class RegistrationTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly DateOnly Born = new(1990, 5, 1);

    [Theory]
    [InlineData("別の人", "", "090-5551-0001", null, DuplicateReason.SamePhone)]
    [InlineData("", "", "０９０−５５５１−０００２", null, DuplicateReason.SamePhone)] // the second number
    [InlineData("", "あおばみどり", "", "1990-05-01", DuplicateReason.SameReadingAndBirthDate)]
    [InlineData("青葉みどり", "", "", "1990-05-01", DuplicateReason.SameNameAndBirthDate)]
    [InlineData("青葉　みどり", "", "", null, DuplicateReason.SameName)]
    [InlineData("", "アオバ・ミドリ", "", null, null)] // the dot is part of the reading
    [InlineData("", "アオバ ミドリ", "", "1991-05-01", DuplicateReason.SameReading)]
    [InlineData("紅葉 つばき", "", "", "1990-05-01", DuplicateReason.SameBirthDate)]
    [InlineData("青葉", "", "", null, DuplicateReason.SimilarName)] // two characters suffice
    [InlineData("青木", "", "", null, null)]
    public async Task The_same_person_is_found_with_the_reason(string name, string kana, string phone, string? born, DuplicateReason? reason)
    {
        var (member, midori) = await Midori();
        var wish = new NewClientWish { FullName = name, Kana = kana, Phone = phone, BirthDate = born is null ? null : DateOnly.Parse(born, null) };
        var found = await oneStop.At<RegistrationDesk, IReadOnlyList<PossibleDuplicate>>(member, d => d.Alike(wish));
        Assert.Equal(reason, found.SingleOrDefault(f => f.Client.Id == midori)?.Reason);
    }

    [Fact]
    public async Task The_strongest_reason_comes_first_and_the_search_is_recorded()
    {
        var (member, midori) = await Midori();
        var other = await oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { FullName = "青葉みどり子" }));
        var found = await oneStop.At<RegistrationDesk, IReadOnlyList<PossibleDuplicate>>(member, d => d.Alike(new() { FullName = "青葉みどり" }));
        Assert.Equal([midori, other], found.Select(f => f.Client.Id));
        Assert.True(await oneStop.Read(db => db.AuditEntries.AnyAsync(e => e.Act == AuditAct.Searched && e.ActorId == member.Id)));
    }

    [Fact]
    public async Task One_character_is_part_of_too_many_names_and_is_refused()
    {
        var (member, _) = await Midori();
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<RegistrationDesk, IReadOnlyList<PossibleDuplicate>>(member, d => d.Alike(new() { FullName = "青" })));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<RegistrationDesk, IReadOnlyList<PossibleDuplicate>>(member, d => d.Alike(new())));
    }

    [Fact]
    public async Task Who_comes_to_the_counter_is_registered_once_with_what_is_known()
    {
        var (member, _) = await Midori();
        var (wish, key) = (new NewClientWish { FullName = "紅葉 つばき", Kana = "もみじ つばき", Phone = "092-555-1111", BirthDate = Born, Arrival = Arrival.Counter },
            Guid.CreateVersion7(oneStop.Clock.GetUtcNow()));
        var id = await oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(wish, formKey: key));
        Assert.Equal(id, await oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(wish, formKey: key))); // the answer was lost, and it was pressed again
        var client = await oneStop.Read(db => db.Clients.SingleAsync(c => c.Id == id));
        Assert.Equal(("紅葉 つばき", "もみじ つばき", Born, "0925551111", Arrival.Counter, member.Id),
            (client.FullName, client.Kana, client.BirthDate, client.Phone, client.Arrival, client.RegisteredBy));
        Assert.Equal($"紅葉 つばき（{Client.NumberOf(client.Number)}）", (await oneStop.At<ClientDesk, ClientRow?>(member, d => d.Open(id)))!.Alias);
    }

    [Fact]
    public async Task A_name_is_needed_to_call_somebody_who_has_no_LINE()
    {
        var (member, _) = await Midori();
        Assert.Equal(nameof(NewClientWish.FullName), (await Assert.ThrowsAsync<RuleException>(() =>
            oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { Phone = "092-555-1112" })))).Field);
    }

    [Fact]
    public async Task The_person_of_a_talk_is_compared_by_the_name_that_they_gave()
    {
        var (member, midori) = await Midori();
        var friend = await oneStop.AFriend();
        var talk = await oneStop.ConversationOf(friend);
        Assert.Empty(await oneStop.At<RegistrationDesk, IReadOnlyList<PossibleDuplicate>>(member, d => d.AlikeIn(talk)));
        await oneStop.At<Domain.Conversations.CardDesk>(member, d => d.CallAs(talk, new(new(""), new("みどり"))));
        Assert.Contains(await oneStop.At<RegistrationDesk, IReadOnlyList<PossibleDuplicate>>(member, d => d.AlikeIn(talk)), f => f.Client.Id == midori);

        var id = await oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { FullName = "緑川 さつき" }, talk));
        Assert.Equal(("緑川 さつき", Arrival.Line), await oneStop.Read(db => db.Clients.Where(c => c.Id == id).Select(c => ValueTuple.Create(c.FullName!, c.Arrival)).SingleAsync()));
        Assert.Empty(await oneStop.At<RegistrationDesk, IReadOnlyList<PossibleDuplicate>>(member, d => d.AlikeIn(talk))); // a client already
    }

    /// <summary>Returns a client with name, reading, date of birth and two numbers.</summary>
    private async Task<(StaffMember Member, Guid Client)> Midori()
    {
        var member = await oneStop.AMember("registrar", Duty.Counselor);
        if (await oneStop.Read(db => db.Clients.Where(c => c.FoldedKana == "あおばみどり").Select(c => (Guid?)c.Id).SingleOrDefaultAsync()) is { } known)
            return (member, known);
        var id = await oneStop.At<RegistrationDesk, Guid>(member,
            d => d.Register(new() { FullName = "青葉 みどり", Kana = "あおば みどり", BirthDate = Born, Name = "みどり" }));
        await oneStop.At<FactDesk>(member, d => d.SavePhones(id, new(new(), new() { Lines = [new("090-5551-0001", "本人"), new("090-5551-0002", "母")] })));
        return (member, id);
    }
}
