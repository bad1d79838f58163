using OneStop.Domain.Conversations.Danger;
using OneStop.Tests.House;

namespace OneStop.Tests.Danger;

/// <summary>Which texts the standard words recognize as danger: a false alarm costs a tap, a missed one perhaps a life.</summary>
public sealed class HeardTextTests
{
    private static readonly DangerWords Standard = new(StandardWords.All.Select(w => w.Folded));

    [Theory]
    [InlineData("死にたい")]
    [InlineData("しにたい")]
    [InlineData("シニタイ")]
    [InlineData("ｼﾆﾀｲ")]
    [InlineData("し に た い")]
    [InlineData("死、に、た、い…")]
    [InlineData("死😭に😭た😭い")]
    [InlineData("しにたーーい")]
    [InlineData("しにたぃ")]
    [InlineData("死\u200Bに\u200Bたい")] // invisible characters are ignored
    [InlineData("もう死にたいです。仕事のことで相談があります")]
    [InlineData("予約したいけど、死にたい")]
    [InlineData("死にたくない")] // a negation, written in fear
    [InlineData("死にたいわけではないです")]
    [InlineData("死ぬほど疲れた")] // an exaggeration: better answered than not
    [InlineData("消えたい")]
    [InlineData("キエタイ")]
    [InlineData("このまま消えてしまいたい")]
    [InlineData("殺される")]
    [InlineData("コロサレル")]
    [InlineData("夫に殴られた")]
    [InlineData("昨日なぐられました")]
    [InlineData("殴られてはいません")]
    [InlineData("子どもが叩かれた")]
    [InlineData("DV")]
    [InlineData("ＤＶを受けています")]
    [InlineData("夫のdvがひどい")]
    [InlineData("D.V.です")]
    [InlineData("子どもへの虐待かもしれない")]
    [InlineData("ギャクタイ")]
    [InlineData("shinitai")]
    [InlineData("I want to die")]
    [InlineData("Tôi muốn chết")]
    [InlineData("我不想活了")]
    [InlineData("죽고싶어요")]
    [InlineData("夫に首絞められた")]
    [InlineData("首絞めてくる")]
    [InlineData("首を締められました")]
    [InlineData("刺されそうで怖い")]
    [InlineData("刺すぞと言われた")]
    [InlineData("もう死んでもいい")]
    [InlineData("死んでもいいや、と思う")]
    [InlineData("今夜死にます")]
    [InlineData("しにます")]
    [InlineData("もう死にてえ")]
    [InlineData("死にてー")]
    [InlineData("しにてぇ")]
    [InlineData("しんだほうがまし")]
    [InlineData("わたしなんか、しんだ方がいい")]
    [InlineData("もうむり、しぬ")]
    [InlineData("しぬ。")]
    [InlineData("シヌしかない")]
    [InlineData("しぬほどつらい")]
    [InlineData("死んでやる")]
    [InlineData("死んでしまおうと思う")]
    public void Danger_is_heard_however_it_is_written(string text) => Assert.True(new HeardText(text).Has(Standard));

    [Theory]
    [InlineData("夫と死別しました")] // a widow
    [InlineData("死亡届のことを教えてください")]
    [InlineData("DVDを返しに行きます")]
    [InlineData("Any advice?")]
    [InlineData("講座を受けられますか")] // contains the kana of 蹴られ
    [InlineData("予約のカードが消えました")]
    [InlineData("肩たたき券")]
    [InlineData("请打我电话")]
    [InlineData("必死にがんばっています")]
    [InlineData("死角になる場所です")]
    [InlineData("刺身をさばく仕事です")]
    [InlineData("刺激の強い仕事は苦手です")]
    [InlineData("刺しゅうの内職はありますか")]
    [InlineData("名刺を作りました")]
    [InlineData("夫が死にました")] // a widow
    [InlineData("もしぬれたら困ります")]
    [InlineData("少しぬるいお茶")]
    [InlineData("ししぬまから通えますか")]
    [InlineData("最後までやりぬく")]
    [InlineData("話しぬいて決めました")]
    [InlineData("たのしみに、まっています")]
    [InlineData("ありがとうございます")]
    [InlineData("")]
    public void What_is_said_every_day_is_not(string text) => Assert.False(new HeardText(text).Has(Standard));

    [Fact]
    public void No_standard_word_hides_another() => Assert.Equal(StandardWords.All.Count, StandardWords.All.Select(w => w.Folded).Distinct().Count());

    [Fact]
    public void Every_standard_word_could_have_been_entered_and_says_where_it_comes_from() =>
        Assert.All(StandardWords.All, w => DangerWord.Of(new(w.Text, w.About, w.Source), Guid.Empty, TestOneStop.Japan("2026-10-05T09:00")));
}
