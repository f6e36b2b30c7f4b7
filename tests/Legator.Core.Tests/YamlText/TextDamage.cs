namespace Legator.Core.Tests.YamlText;

/// <summary>Spoils a text in a few places, as bad editing would.</summary>
internal static class TextDamage
{
    private const string Marks = "\n\t :-[]{},#&*!|>'\"%@`?~<=0x\\é\u0000\u2028";

    public static string Apply(string text, Random random)
    {
        var characters = text.ToList();
        for (var hits = random.Next(1, 6); hits > 0; hits--)
        {
            var at = random.Next(characters.Count);
            switch (random.Next(3))
            {
                case 0:
                    characters.RemoveAt(at);
                    break;
                case 1:
                    characters.Insert(at, Marks[random.Next(Marks.Length)]);
                    break;
                default:
                    characters[at] = Marks[random.Next(Marks.Length)];
                    break;
            }
        }

        return new string([.. characters]);
    }
}
