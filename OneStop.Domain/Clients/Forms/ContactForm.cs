using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Forms;

/// <summary>
/// 連絡先: telephone number and name to be called by. They are asked for on a page, because in the conversation they would remain on the client's
/// telephone.
/// </summary>
public sealed class ContactForm : IClientForm
{
    /// <summary>The code of this kind of form, and the names of its fields.</summary>
    public const string Kind = "contact", Phone = "phone", Name = "name";

    /// <summary>How long a link is valid.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(3);

    string IClientForm.Kind => Kind;

    TimeSpan IClientForm.GoodFor => GoodFor;

    ConsentPurpose IClientForm.Purpose => ConsentPurpose.Consultation;

    /// <summary>Stores the answers; an empty field changes nothing.</summary>
    public Task Submit(ClientAnswers answers, FormTurn turn)
    {
        var (phone, name) = (answers[Phone], answers[Name]);
        if (string.IsNullOrWhiteSpace(phone) && string.IsNullOrWhiteSpace(name))
            throw new RuleException("電話番号か、お呼びする名前を入力してください。");
        if (!string.IsNullOrWhiteSpace(phone))
            turn.Client.CallAt(PhoneNumber.TryRead(phone, out var number) ? number : throw new RuleException("電話番号を、市外局番から10けたか11けたで入力してください。"));
        if (!string.IsNullOrWhiteSpace(name) && turn.Conversation is { } talk)
            talk.Friend.CallAs(name);
        else if (!string.IsNullOrWhiteSpace(name))
            turn.Client.CallAs(name);
        if (turn.Conversation is { } told)
            turn.Db.Messages.Add(told.AddEvent("連絡先が登録されました", turn.Now));
        return Task.CompletedTask;
    }
}

internal static class ContactForms
{
    extension(OneStopDb db)
    {
        /// <summary>Offers the form to a client.</summary>
        /// <returns>A placeholder for the key of its address; the key is put in when the message is sent.</returns>
        public string OfferForm(Client client, DateTimeOffset now) => db.Offer(new ContactForm(), client, now);
    }
}
