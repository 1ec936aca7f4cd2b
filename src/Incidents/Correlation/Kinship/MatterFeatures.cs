namespace OpinionWatch.Incidents.Correlation;

/// <summary>What makes two texts tell, or not tell, one matter. All are about 0–3, so that their weights can be read against each other.</summary>
/// <param name="Likeness">Cosine of their rare letter pairs, places left out. Very alike texts that are no reprints are form letters.</param>
/// <param name="Shared">Logarithm of how much they share.</param>
/// <param name="Rarest">Mean weight of the six rarest pairs they share.</param>
/// <param name="Place">Weight of the rarest village, estate or works that both name; 0 when none.</param>
/// <param name="Age">Logarithm of the days between them.</param>
/// <param name="OtherField">1 when both have fields of work and none in common.</param>
/// <param name="SameTitle">1 when one's title answers or repeats the other's.</param>
/// <param name="Numbers">Numbers both name, up to four, as a share of four.</param>
/// <param name="Length">Logarithm of how much the shorter one says.</param>
/// <param name="Town">1 when both name one town.</param>
/// <param name="Terms">Share of lexicon terms in common.</param>
/// <param name="SameField">1 when a field of work is in common.</param>
/// <param name="Names">Logarithm of the weight of the rare triples both have, places left out: names of estates, firms, people.</param>
/// <param name="Amounts">Amounts both name, up to three, as a share of three.</param>
/// <param name="OtherVillage">1 when both seem to name villages and none is the same.</param>
/// <param name="OtherTown">1 when both name towns and none is the same.</param>
/// <param name="OtherTitle">1 when one answers a title that is not the other's, on the same site.</param>
/// <param name="OtherTerms">1 when both have lexicon terms and none in common.</param>
/// <param name="Title">Share of one's title that the other's text has, whichever is more.</param>
public sealed record MatterFeatures(
    double Likeness,
    double Shared,
    double Rarest,
    double Place,
    double Age,
    double OtherField,
    double SameTitle,
    double Numbers,
    double Length,
    double Town,
    double Terms,
    double SameField,
    double Names,
    double Amounts,
    double OtherVillage,
    double OtherTown,
    double OtherTitle,
    double OtherTerms,
    double Title)
{
    /// <summary>Gives them as a vector, in the order of the parameters; without the amounts, which are looked at where a mistake would be grave.</summary>
    public double[] ToArray() =>
    [
        Likeness, Shared, Rarest, Place, Age, OtherField, SameTitle, Numbers, Length, Town, Terms, SameField,
        Names, OtherVillage, OtherTown, OtherTitle, OtherTerms, Title,
    ];
}
