using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Danger;

/// <summary>危険のことばの窓口: the words that are answered at once, the telephone numbers in the answer, and the flag on a conversation.</summary>
[DisplayName("危険のことば")]
public sealed class DangerDesk(DeskContext desk)
{
    /// <summary>Returns the numbers that a client sees, the four nationwide ones first.</summary>
    [DisplayName("緊急の電話番号を見る")]
    [Allowed(Line = true, Casework = true)]
    public async Task<IReadOnlyList<HelpNumber>> Numbers()
    {
        desk.MayDo<DangerDesk>();
        await using var db = await desk.Read();
        var checkedOnes = await db.EmergencyNumbers.AsNoTracking().Shown().OrderBy(n => n.EnteredAt)
            .Select(n => new HelpNumber(n.Number, n.Name, n.Hours, n.About)).ToListAsync();
        return [.. HelpNumber.Nationwide, .. checkedOnes.OrderBy(n => n.About)];
    }

    /// <summary>Returns all words and numbers.</summary>
    [DisplayName("危険のことばと電話番号の一覧を見る")]
    [Allowed(Duty.Manager)]
    public async Task<DangerView> View()
    {
        desk.MayDo<DangerDesk>();
        await using var db = await desk.Read();
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name);
        var decided = await db.DangerWords.AsNoTracking().ToDictionaryAsync(w => w.Folded);
        var standard = StandardWords.All.Select(w => decided.Remove(w.Folded, out var own)
            ? Row(own, names, isStandard: true)
            : new(null, w.Text, w.About, w.Source, true, true, null, null)).ToList();
        var numbers = await db.EmergencyNumbers.AsNoTracking().OrderBy(n => n.EnteredAt).ToListAsync();
        return new(
            [.. decided.Values.OrderBy(w => w.SetAt).Select(w => Row(w, names, isStandard: false)), .. standard],
            [.. numbers.Select(n => new EmergencyNumberRow(n.Id, n.Number, n.Name, n.Hours, n.About, n.Source, names[n.EnteredBy], n.EnteredAt,
                n.Check is { } by ? names[by.StaffId] : null, n.Check?.At, n.RetiredAt is not null))]);
    }

    /// <summary>
    /// Whether there is no checked number for 死にたい: until one is entered, a client who writes that is shown only general numbers such as police and
    /// ambulance.
    /// </summary>
    [DisplayName("死にたい気持ちの電話番号がないことを知る")]
    [Allowed(Duty.Manager)]
    public async Task<bool> LacksLifeNumber()
    {
        desk.MayDo<DangerDesk>();
        await using var db = await desk.Read();
        return !await db.EmergencyNumbers.Shown().AnyAsync(n => n.About == DangerAbout.Life);
    }

    /// <summary>Adds a word.</summary>
    /// <param name="key">The key of the form: a form that is saved twice creates one word.</param>
    /// <exception cref="RuleException">The word cannot be searched for, or exists already.</exception>
    [DisplayName("危険のことばを加える")]
    [Allowed(Duty.Manager)]
    public async Task AddWord(WordWish wish, Guid? key = null)
    {
        desk.MayDo<DangerDesk>();
        var word = DangerWord.Of(wish, desk.Actor.StaffId, desk.Now);
        await desk.Create(key, async db =>
        {
            if (StandardWords.All.Any(w => w.Folded == word.Folded) || await db.DangerWords.AnyAsync(w => w.Folded == word.Folded))
                throw new RuleException($"「{word.Text}」は、すでに一覧にあります。使わないことばの中にないか、確かめてください。", nameof(wish.Text));
            return db.DangerWords.Add(word).Entity.Id;
        });
    }

    /// <summary>Switches a word of the list on or off.</summary>
    /// <param name="text">The word as the list shows it.</param>
    [DisplayName("危険のことばを使う・使わない")]
    [Allowed(Duty.Manager)]
    public async Task TurnWord(string text, bool on)
    {
        desk.MayDo<DangerDesk>();
        var folded = HeardText.Fold(text);
        await desk.Change(async db =>
        {
            var now = desk.Now;
            var word = await db.DangerWords.SingleOrDefaultAsync(w => w.Folded == folded);
            if (word is null)
            {
                var standard = StandardWords.All.Single(w => w.Folded == folded);
                db.DangerWords.Add(word = DangerWord.Of(new(standard.Text, standard.About, standard.Source), desk.Actor.StaffId, now));
            }
            word.Turn(on, desk.Actor.StaffId, now);
        });
    }

    /// <summary>Adds a number; clients do not see it until it is checked.</summary>
    /// <param name="key">The key of the form: a form that is saved twice creates one number.</param>
    /// <exception cref="RuleException">The number cannot be dialled, or something is missing or too long.</exception>
    [DisplayName("緊急の電話番号を入れる")]
    [Allowed(Duty.Manager)]
    public async Task<Guid> EnterNumber(NumberWish wish, Guid? key = null)
    {
        desk.MayDo<DangerDesk>();
        var number = EmergencyNumber.Enter(wish, desk.Actor.StaffId, desk.Now);
        return await desk.Create(key, db => Task.FromResult(db.EmergencyNumbers.Add(number).Entity.Id));
    }

    /// <summary>Corrects a number, which has to be checked again.</summary>
    /// <exception cref="RuleException">The number cannot be dialled, or something is missing or too long.</exception>
    /// <exception cref="ConflictException{T}">A colleague has corrected it meanwhile.</exception>
    [DisplayName("緊急の電話番号を直す")]
    [Allowed(Duty.Manager)]
    public async Task RewriteNumber(Guid numberId, Edit<NumberWish> edit)
    {
        desk.MayDo<DangerDesk>();
        await desk.Change(async db =>
        {
            var number = await db.EmergencyNumbers.SingleAsync(n => n.Id == numberId);
            number.Rewrite(db.Accept(edit, number, n => n.Wish));
        });
    }

    /// <summary>確かめました: the number was called, or looked up at its source. Clients see it from now on.</summary>
    /// <param name="seen">The entry as it was on the screen, because name and hours are shown to clients too.</param>
    /// <exception cref="RuleException">Somebody has corrected it meanwhile.</exception>
    [DisplayName("緊急の電話番号を確かめる")]
    [Allowed(Duty.Manager)]
    public async Task CheckNumber(Guid numberId, NumberWish seen)
    {
        desk.MayDo<DangerDesk>();
        await Change(numberId, n =>
        {
            if (n.Wish != seen)
                throw new RuleException("ほかの人が番号や受付時間などを直しました。新しい内容を確かめてください。");
            n.Confirm(desk.Actor.StaffId, desk.Now);
        });
    }

    /// <summary>使わない, and use again.</summary>
    [DisplayName("緊急の電話番号を使う・使わない")]
    [Allowed(Duty.Manager)]
    public async Task RetireNumber(Guid numberId, bool retired)
    {
        desk.MayDo<DangerDesk>();
        await Change(numberId, n => n.Retire(retired, desk.Now));
    }

    /// <summary>危険の印を外す: somebody has taken care of the client. The conversation shows who, and is sorted like all others again.</summary>
    /// <param name="seen">The time of the flag on the screen: after a newer danger word the flag stays.</param>
    /// <exception cref="RuleException">Another danger word has arrived meanwhile.</exception>
    [DisplayName("危険の印を外す")]
    [Allowed(Casework = true)]
    public async Task Lower(Guid conversationId, DateTimeOffset seen)
    {
        desk.MayDo<DangerDesk>();
        await desk.Change(async db =>
            db.Messages.Add((await db.Conversations.SingleAsync(c => c.Id == conversationId)).LowerDanger(seen, desk.Actor.StaffId, desk.Now)));
    }

    /// <summary>Undoes <see cref="Lower"/>.</summary>
    [DisplayName("危険の印を戻す")]
    [Allowed(Casework = true)]
    public async Task RaiseAgain(Guid conversationId, DateTimeOffset since)
    {
        desk.MayDo<DangerDesk>();
        await desk.Change(async db =>
            db.Messages.Add((await db.Conversations.SingleAsync(c => c.Id == conversationId)).RaiseDangerAgain(since, desk.Actor.StaffId, desk.Now)));
    }

    private Task Change(Guid numberId, Action<EmergencyNumber> change) =>
        desk.Change(async db => change(await db.EmergencyNumbers.SingleAsync(n => n.Id == numberId)));

    private static DangerWordRow Row(DangerWord word, Dictionary<Guid, string> names, bool isStandard) =>
        new(word.Id, word.Text, word.About, word.Source, word.OffAt is null, isStandard, names[word.SetBy], word.SetAt);
}
