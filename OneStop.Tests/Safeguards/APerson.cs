using System.Collections;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Consultations;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Friends;
using OneStop.Tests.House;

namespace OneStop.Tests.Safeguards;

/// <summary>A person with a conversation and a message, who is a client with a telephone number, a booking, a document, a record and a file in the case file.</summary>
internal sealed record APerson(int Number, Guid FriendId, Guid ConversationId, Guid MessageId, Guid ClientId, Guid BookingId, Guid FileId, Guid ConsultationId,
    Guid ClientFileId)
{
    private static int last = 1000;

    /// <summary>The two ids by which the audit trail may name the person.</summary>
    public IReadOnlyList<Guid> Ids => [FriendId, ClientId];

    /// <summary>The ids of all rows of the person that a desk may be called with.</summary>
    public IReadOnlyList<Guid> Rows => [FriendId, ConversationId, MessageId, ClientId, BookingId, FileId, ConsultationId, ClientFileId];

    /// <summary>The telephone number of each of these persons.</summary>
    public const string Phone = "092-000-0000";

    private string Alias => Friend.NumberOf(Number);

    private string Said => $"学童の迎えのこと{Number}";

    private string FileName => $"書類{Number}.pdf";

    /// <summary>Whether a desk's result contains the person's number, telephone number, message or file name.</summary>
    public bool IsToldIn(object? answer) => TextsIn(answer).Any(text =>
        new[] { Alias, Said, FileName, Phone, Phone.Replace("-", "", StringComparison.Ordinal) }.Any(own => text.Contains(own, StringComparison.Ordinal)));

    private static IEnumerable<string> TextsIn(object? answer) => answer switch
    {
        string text => [text],
        IEnumerable many => many.Cast<object?>().SelectMany(TextsIn),
        not null when answer.GetType().Namespace?.StartsWith("OneStop", StringComparison.Ordinal) == true && !answer.GetType().IsEnum =>
            answer.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0)
                .SelectMany(p => TextsIn(p.GetValue(answer))),
        _ => [],
    };

    /// <summary>Adds the person to the database directly, without LINE.</summary>
    /// <param name="staffId">The member who holds the booking.</param>
    public static Task<APerson> In(TestOneStop oneStop, Guid staffId) => oneStop.Read(async db =>
    {
        var (number, now) = (Interlocked.Increment(ref last), oneStop.Clock.GetUtcNow());
        var person = new APerson(number, default, default, default, default, default, default, default, default);
        var friend = Friend.Register(LineUserId.Parse($"U{number:D32}"), number, now);
        var talk = Conversation.With(friend, now);
        var client = Client.Of(number, friend, null, now);
        client.CallAt(PhoneNumber.TryRead(Phone, out var phone) ? phone : throw new InvalidOperationException());
        var start = TestOneStop.Japan("2026-11-02T09:00").AddMinutes(15 * (number - 1000)); // unique, so that bookings do not overlap
        var booking = Booking.Of(client, BookingTerms.Standard(BookingKind.Consultation), ContactMethod.Chat, new Slot(start, 15), staffId, null, null,
            now, lane: number);
        var file = StoredFile.FromStaff(talk.Id, person.FileName, new(new string('a', 32), "application/pdf", 10), null, now);
        var message = talk.Answer(MessageKind.Text, person.Said, staffId, now);
        var record = Consultation.Draft(client.Id, booking, talk.Id, person.Content(staffId, now), staffId, now);
        record.Confirm(staffId, now);
        var kind = await db.ClientFileKinds.SingleAsync(k => k.Id == StandardFileKinds.IdOf("給付金の書類"));
        var filed = ClientFile.Of(client.Id, kind, new(person.FileName, kind.Id, null, ""), new(file.Contents!, null), staffId, now);
        db.AddRange(talk, message, client, booking, file, record, filed);
        await db.SaveChangesAsync();
        return person with
        {
            FriendId = friend.Id,
            ConversationId = talk.Id,
            MessageId = message.Id,
            ClientId = client.Id,
            BookingId = booking.Id,
            FileId = file.Id,
            ConsultationId = record.Id,
            ClientFileId = filed.Id,
        };
    });

    private ConsultationContent Content(Guid staffId, DateTimeOffset now) => new()
    {
        Method = ConsultationMethod.Chat,
        Begin = now.AddHours(-1),
        End = now,
        Place = "",
        StaffId = staffId,
        Minutes = 60,
        SubjectIds = [Guid.Empty],
        Complaint = Said,
        Assessment = "",
        Support = Said,
        NextStep = "",
        NextStepOn = null,
    };
}
