using OneStop.Domain.JobOpenings.Checks;

namespace OneStop.Tests.JobOpenings;

/// <summary>Expressions of sex and age: which words are found, and which only look like them.</summary>
public sealed class LoadedWordsTests
{
    [Theory]
    [InlineData("営業マン募集", "営業マン")]
    [InlineData("ｳｪｲﾄﾚｽ さん", "ウェイトレス")] // half width
    [InlineData("主 婦 歓迎", "主婦")] // spaces between
    [InlineData("主婦の方も安心", "主婦の方")]
    [InlineData("女性歓迎です", "女性歓迎")]
    [InlineData("男性スタッフ募集", "男性スタッフ募集")]
    [InlineData("シングルマザー応援", "シングルマザー")]
    [InlineData("ママ活躍の職場", "ママ活躍")]
    [InlineData("看護婦さん", "看護婦")]
    [InlineData("若い方歓迎", "若い方歓迎")]
    [InlineData("若手歓迎", "若手歓迎")]
    [InlineData("20代歓迎", "20代歓迎")]
    [InlineData("３０代の方優先", "30代の方優先")] // full width
    [InlineData("35歳まで", "35歳まで")]
    [InlineData("40歳位の人", "40歳位")]
    [InlineData("18歳以上", "18歳以上")] // needs 2号
    [InlineData("シニアの方歓迎", "シニアの方歓迎")]
    public void A_word_that_prefers_somebody_is_found(string text, string word)
    {
        var found = Assert.Single(LoadedWords.In(text));
        Assert.Equal((word, true), (found.Word, found.IsCertain));
    }

    [Theory]
    [InlineData("20代活躍中", "20代活躍中")]
    [InlineData("20〜30代が活躍", "30代が活躍")]
    [InlineData("女性が多い職場です", "女性が多い")]
    [InlineData("平均年齢28歳", "平均年齢28歳")]
    public void A_word_that_may_only_tell_who_works_there_is_for_a_person_to_decide(string text, string word)
    {
        var found = Assert.Single(LoadedWords.In(text));
        Assert.Equal((word, false), (found.Word, found.IsCertain));
    }

    [Theory]
    [InlineData("主婦・主夫歓迎")] // both together
    [InlineData("主夫・主婦の方")]
    [InlineData("主婦（主夫）歓迎")]
    [InlineData("男女問わず募集")]
    [InlineData("女性・男性歓迎")]
    [InlineData("パパ・ママ応援")]
    [InlineData("シングルマザー・ファザー歓迎")]
    [InlineData("ひとり親の方も働きやすい職場")]
    [InlineData("定年60歳まで")] // not the applicant's age
    [InlineData("65歳まで再雇用あり")]
    [InlineData("18歳未満の子どもがいる人に手当")]
    [InlineData("3歳から5歳の子を預けられます")]
    [InlineData("マンション管理の事務")] // マン within another word
    [InlineData("そのまま活躍できます")] // まま is no ママ
    [InlineData("女性用の服を売ります")]
    [InlineData("若葉台駅から5分")]
    [InlineData("経験10年以上")]
    public void Words_that_only_look_like_it_pass(string text) => Assert.Empty(LoadedWords.In(text));
}
