using OneStop.Domain;
using OneStop.Domain.SupportPrograms.Following;

namespace OneStop.Portal.Features.SupportPrograms.Following;

/// <summary>What the form of a contact says of the consent.</summary>
internal static class ContactWords
{
    /// <param name="office">The office of the input, with the consent of its day; null while it is read.</param>
    public static string OfConsent(ContactWish mine, ContactOffice? office) => (mine.PartnerId, office) switch
    {
        (null, _) => "関係機関を選ぶと、その日に同意があったかを示します。",
        (_, null) => "同意を確かめています。",
        (_, { ConsentAt: null }) => "この関係機関に名前を伝える同意が、この日にはありません。同意は、利用者のケースファイルで記録します。",
        (_, { ConsentAt: { } at }) when at.JapaneseDate == mine.On =>
            $"この関係機関に名前を伝える同意は、この日の{ServiceDay.SayTime(at)}にもらっています。それより前に話したときは、名前を伝えていないか確かめてください。",
        _ => "この関係機関に名前を伝える同意があります。",
    };
}
